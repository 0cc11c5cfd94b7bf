import { type Accessor, createMemo, type JSX, Show } from 'solid-js'
import type { CollectionName } from '../../../../shared/collections.ts'
import { hasField } from '../../../../shared/features/places.ts'
import { isColumn, listFields } from '../../../../shared/lists/fields.ts'
import type { Field } from '../../../../shared/records/declarations/fields.ts'
import { CURRENCIES, readOwed } from '../../../data/queries/customers/owed.ts'
import type { Item } from '../../../data/queries/query.ts'
import { Dot } from '../../../ui/state/state-chip.tsx'
import type { Column } from '../../../ui/table/table.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { createCurrency } from '../../company.ts'
import { Watchers } from '../../presence/watchers.tsx'
import { fieldLabel } from '../../words/labels.ts'
import { createShow } from '../../words/show-value.ts'
import { createAddedColumns } from './added-columns.tsx'

/** Types whose values stand to the right. */
const NUMBERS: readonly Field['type'][] = ['money', 'quantity', 'percent', 'integer']

/** Words are as long as they are; these have a width of their own (px). */
const WIDTHS: { readonly [T in Field['type']]?: number } = { text: 200, note: 240, strings: 188 }
const OTHERS = 176

/**
 * A column for every field of a collection's lists, as its declaration has it. Of the columns shown at `first` the first
 * one grows; where the place is narrow, the last ones leave first. `beside` is what stands beside the value of a column.
 */
export function createDeclaredColumns(
  collection: CollectionName,
  first: readonly string[],
  beside: { readonly [field: string]: (row: Item) => JSX.Element } = {},
): Accessor<readonly Column<Item>[]> {
  const [main] = first
  const { t } = useWords()
  const nameless = (row: Item) => (
    <Show when={!row[main ?? '']}>
      <span class="dim">{t('common.nameless')}</span>
    </Show>
  )
  const added = createAddedColumns<Item>(collection)
  const builtIn = Object.entries(listFields(collection)).filter(
    ([name, field]) => !field.added && isColumn(collection, name),
  )
  const makers = builtIn.map(([name, field]) => {
    const bare = createCell(collection, name, field)
    const more = beside[name]
    const cell: Column<Item>['cell'] = more
      ? (row) => (
          <span class="table-pair">
            {bare(row)}
            {more(row)}
          </span>
        )
      : bare
    const watched = (row: Item) => (
      <span class="table-pair">
        {nameless(row)}
        {cell(row)} <Watchers collection={collection} id={row.id} />
      </span>
    )
    return (): Column<Item> => ({
      id: name,
      title: t(fieldLabel(collection, name)),
      width: name === main ? 200 : (WIDTHS[field.type] ?? OTHERS),
      grow: name === main,
      yields: Math.max(0, first.indexOf(name)),
      align: NUMBERS.includes(field.type) ? 'end' : undefined,
      sortable: field.type !== 'strings',
      cell: name === main ? watched : cell,
    })
  })
  const own = createMemo(() => makers.map((make) => make()))
  return createMemo(() => [...own().filter(({ id }) => hasField(collection, id)), ...added()])
}

function createCell(collection: CollectionName, name: string, field: Field): Column<Item>['cell'] {
  const { format } = useWords()
  const currency = createCurrency()
  // What a reference means stands in the row already; its collection may have a hundred thousand records.
  const show = field.to ? () => '' : createShow(collection, name, field)
  const money = (row: Item) => {
    const by = row[name + CURRENCIES]
    const sums = Array.isArray(by) ? readOwed(by) : [{ currency: null, sum: Number(row[name]) }]
    return sums.map((one) => format.money(one.sum, one.currency ?? currency())).join(' + ')
  }
  return (row) => {
    const value = () => row[name] ?? null
    const text = () => {
      if (field.to) return String(row[`${name}Name`] ?? '')
      if (field.type === 'money') return value() === null ? '' : money(row)
      return show(value())
    }
    return field.type === 'hue' ? <Dot hue={value() as number | null} /> : <span class="cut">{text()}</span>
  }
}
