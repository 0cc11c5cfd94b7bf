import type { CollectionName } from '../../../../shared/collections.ts'
import { NAME, RANK } from '../../../../shared/custom/values.ts'
import { canGroup, listField, summedFields } from '../../../../shared/lists/fields.ts'
import {
  type Cell,
  type GroupHead,
  HEAD,
  type Item,
  LACKING,
  type ListRow,
  type SortBy,
  type Totals,
} from '../query.ts'
import { dayIn } from './days.ts'
import { compareKeys, sortKey } from './order-by.ts'

/** What a list is grouped by, and in what order its records stand. */
export interface Grouping {
  readonly collection: CollectionName
  readonly group: readonly string[]
  readonly isClosed: (group: string) => boolean
  readonly sort: readonly SortBy[]
  /** IANA zone in which the company's days begin. */
  readonly zone: string
}

/** One level of groups, ready to be asked of items. */
interface Level {
  readonly by: string
  readonly field: string
  readonly valueIn: (item: Item) => Cell
  readonly sign: 1 | -1
}

/** How many letters of a day are its group: `2026-09` of a month. */
const UNITS: { readonly [unit: string]: number } = { year: 4, month: 7, day: 10 }

/** Sorted records with the heads of their groups between them. Levels whose field is not there are left out. */
export function grouped(items: readonly Item[], grouping: Grouping): ListRow[] {
  const levels = grouping.group.flatMap((by) => levelOf(by, grouping) ?? [])
  const rows: ListRow[] = []
  put(rows, items, levels, { grouping, path: [] })
  return rows
}

/** Sums of the fields that the collection's declaration sums up. */
export function totalsOf(collection: CollectionName, items: readonly Item[]): Totals {
  const totals: { [field: string]: number } = {}
  for (const { field, by } of summedFields(collection)) {
    let sum = 0
    let lacking = 0
    for (const item of items) {
      const value = item[by] ?? null
      if (value === null && by !== field) lacking++
      else sum += Number(value)
    }
    totals[field] = sum
    if (lacking > 0) totals[field + LACKING] = lacking
  }
  return totals
}

interface Inside {
  readonly grouping: Grouping
  /** Values of the outer levels. */
  readonly path: readonly Cell[]
}

function put(
  rows: ListRow[],
  items: readonly Item[],
  [level, ...inner]: readonly Level[],
  { grouping, path }: Inside,
): void {
  if (!level) {
    for (const item of items) rows.push(item)
    return
  }
  for (const [value, members] of inOrder(Map.groupBy(items, level.valueIn), level)) {
    const inside = { grouping, path: [...path, value] }
    const head = headOf(value, members, level, inside)
    rows.push(head)
    if (!head.closed) put(rows, members, inner, inside)
  }
}

function headOf(value: Cell, members: readonly Item[], { by, field }: Level, { grouping, path }: Inside): GroupHead {
  const id = `${HEAD}${JSON.stringify(path)}`
  const name = members[0]?.[field + NAME]
  return {
    id,
    by,
    group: value,
    name: typeof name === 'string' ? name : null,
    level: path.length - 1,
    count: members.length,
    totals: totalsOf(grouping.collection, members),
    closed: grouping.isClosed(id),
  }
}

function levelOf(by: string, { collection, sort, zone }: Grouping): Level | null {
  const [field = '', unit] = by.split(':')
  const declared = listField(collection, field)
  if (!declared || !canGroup(collection, field)) return null
  const length = UNITS[unit ?? ''] ?? 10
  const day = dayIn(zone)
  const valueIn = (item: Item): Cell => {
    const value = item[field]
    if (value === undefined || typeof value === 'object' || value === '') return null
    if (declared.type === 'instant') return day(Number(value)).slice(0, length)
    return declared.type === 'date' ? String(value).slice(0, length) : value
  }
  return { by, field, valueIn, sign: sort[0]?.field === field && sort[0].down ? -1 : 1 }
}

/** Groups go by the place of their state in its kind, then by name or value; records without a value come last. */
function inOrder(groups: ReadonlyMap<Cell, Item[]>, { field, sign }: Level): [Cell, Item[]][] {
  const keyed = [...groups].map(([value, members]) => ({
    value,
    members,
    place: field === 'state' ? placeOf(members) : 0,
    key: sortKey(members[0]?.[field + RANK] ?? members[0]?.[field + NAME] ?? value),
  }))
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
    return (a.place - b.place || compareKeys(a.key, b.key)) * sign
  })
  return keyed.map(({ value, members }) => [value, members])
}

/** The earliest place that a state has among its orders; one that stands in no kind any more comes last. */
function placeOf(items: readonly Item[]): number {
  return items.reduce((least, { place }) => Math.min(least, Number(place ?? least)), 1_000)
}
