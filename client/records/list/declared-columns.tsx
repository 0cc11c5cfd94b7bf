import { type Accessor, createMemo } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import { listFields } from '../../../shared/lists/fields.ts'
import type { Field } from '../../../shared/records/fields.ts'
import type { Item } from '../../data/queries/query.ts'
import { Dot } from '../../ui/state/state-chip.tsx'
import type { Column } from '../../ui/table/table.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { createCurrency } from '../company.ts'
import { fieldLabel } from '../labels.ts'
import { Watchers } from '../presence/watchers.tsx'
import { createShow } from '../show-value.ts'

/** Types whose values stand to the right. */
const NUMBERS: readonly Field['type'][] = ['money', 'quantity', 'percent', 'integer']

/** A column for every field of a collection's lists, as its declaration has it; the field called `main` grows. */
export function createDeclaredColumns(collection: CollectionName, main: string): Accessor<readonly Column<Item>[]> {
  const { t } = useWords()
  const makers = Object.entries(listFields(collection)).map(([name, field]) => {
    const cell = createCell(collection, name, field)
    const watched = (row: Item) => (
      <>
        {cell(row)} <Watchers collection={collection} id={row.id} />
      </>
    )
    return (): Column<Item> => ({
      id: name,
      title: t(fieldLabel(collection, name)),
      width: name === main ? 220 : 140,
      grow: name === main,
      align: NUMBERS.includes(field.type) ? 'end' : undefined,
      sortable: field.type !== 'strings',
      cell: name === main ? watched : cell,
    })
  })
  return createMemo(() => makers.map((make) => make()))
}

function createCell(collection: CollectionName, name: string, field: Field): Column<Item>['cell'] {
  const { format } = useWords()
  const currency = createCurrency()
  const show = createShow(collection, name, field)
  return (row) => {
    const value = () => row[name] ?? null
    if (field.type === 'hue') return <Dot hue={value() as number | null} />
    if (field.to) return <>{row[`${name}Name`] ?? ''}</>
    if (field.type === 'strings') return <>{((value() ?? []) as readonly string[]).join(', ')}</>
    if (field.type === 'money') return <>{value() === null ? '' : format.money(Number(value()), currency())}</>
    return <>{show(value())}</>
  }
}
