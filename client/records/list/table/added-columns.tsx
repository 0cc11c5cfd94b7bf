import { Match, Show, Switch } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import { customFieldsOf } from '../../../../shared/custom/known.ts'
import { NAME, ODD } from '../../../../shared/custom/values.ts'
import type { Added, Field } from '../../../../shared/records/declarations/fields.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import type { Item } from '../../../data/queries/query.ts'
import { WebLink } from '../../../ui/actions/web-link.tsx'
import { Dot } from '../../../ui/state/state-chip.tsx'
import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createCurrency } from '../../company.ts'
import { fieldTitle } from '../../words/labels.ts'
import { numberText } from '../../words/number-text.ts'

const NUMBERS: readonly Field['type'][] = ['money', 'decimal']
/** Pixels. */
const WIDTHS: { readonly [T in Field['type']]?: number } = { note: 240, flag: 96, date: 120, money: 126, decimal: 110 }
const OTHERS = 168

/** A column for each field that the company added to a collection; called again where what is declared has changed. */
export function createAddedColumns<R extends { readonly id: string }>(
  collection: CollectionName,
): () => readonly Column<R>[] {
  const { t } = useWords()
  const cellOf = createAddedCell()
  return () =>
    customFieldsOf(collection).map(({ name, field }) => ({
      id: name,
      title: fieldTitle(t, collection, name),
      width: WIDTHS[field.type] ?? OTHERS,
      align: NUMBERS.includes(field.type) ? 'end' : undefined,
      sortable: field.type !== 'strings',
      // Rows of every list are items, whatever else is known of them.
      cell: (row) => cellOf(name, field, row as unknown as Item),
    }))
}

/** What stands in the row: the value by its type; what cannot be read by it, in its letters. */
function createAddedCell() {
  const { t, format } = useWords()
  const currency = createCurrency()
  const textOf = (name: string, field: Field, row: Item): string => {
    const value = row[name] ?? null
    const named = row[name + NAME]
    if (value === null) return ''
    if (typeof named === 'string') return named
    if (typeof value === 'boolean') return value ? t('common.yes') : ''
    if (field.type === 'money') return format.money(Number(value), currency())
    if (field.type === 'decimal') return numberText(format, field, Number(value))
    return field.type === 'date' ? format.date(String(value)) : String(value)
  }
  return (name: string, field: Field, row: Item) => {
    const odd = () => row[name + ODD]
    const text = () => textOf(name, field, row)
    return (
      <Show when={odd()} fallback={<Value field={field} value={row[name] ?? null} text={text()} />}>
        <span class="cut dim" title={t('customFields.odd', { text: String(odd()) })}>
          {String(odd())}
        </span>
      </Show>
    )
  }
}

interface ValueProps {
  readonly field: Field
  readonly value: Json
  readonly text: string
}

function Value(props: ValueProps) {
  return (
    <Switch fallback={<span class="cut">{props.text}</span>}>
      <Match when={props.field.form === 'link'}>
        <WebLink text={props.text} />
      </Match>
      <Match when={props.field.type === 'choice' && props.field.added}>
        {(added) => (
          <span class="table-pair">
            <OptionDot added={added()} value={props.value} />
            <span class="cut">{props.text}</span>
          </span>
        )}
      </Match>
    </Switch>
  )
}

function OptionDot(props: { readonly added: Added; readonly value: Json }) {
  const option = () => props.added.options.find(({ id }) => id === props.value)
  return <>{option() && <Dot hue={option()?.hue ?? null} />}</>
}
