import { folded } from './order-by.ts'
import type { Cell, Condition, Item } from './query.ts'

/** Whether an item belongs to a list: it is not removed, meets every condition, and holds every word searched for. */
export function matcher(
  filter: readonly Condition[],
  search: string,
  ids?: readonly string[],
): (item: Item) => boolean {
  const words = folded(search).split(/\s+/).filter(Boolean)
  const tests = filter.map(conditionTest)
  const only = ids && new Set(ids)
  return (item) =>
    item.gone !== true &&
    (!only || only.has(item.id)) &&
    tests.every((test) => test(item)) &&
    (words.length === 0 || holdsAll(item, words))
}

function conditionTest(condition: Condition): (item: Item) => boolean {
  if (condition.is === 'in') {
    const values = new Set<Cell>(condition.values)
    return (item) => values.has(cellOf(item, condition.field))
  }
  const { from, to, field } = condition
  return (item) => {
    const value = cellOf(item, field)
    return value !== null && (from === null || value >= from) && (to === null || value < to)
  }
}

function cellOf(item: Item, field: string): Cell {
  const value = item[field]
  return value === undefined || Array.isArray(value) ? null : (value as Cell)
}

/** Fields that hold ids and other words that nobody types. */
const UNREAD = new Set([
  'id',
  'kind',
  'state',
  'customer',
  'responsible',
  'department',
  'organisation',
  'reason',
  'sort',
])

function holdsAll(item: Item, words: readonly string[]): boolean {
  const text = textOf(item)
  return words.every((word) => text.includes(word))
}

const TEXTS = new WeakMap<Item, string>()

function textOf(item: Item): string {
  const known = TEXTS.get(item)
  if (known !== undefined) return known
  const values = Object.entries(item).flatMap(([field, value]) =>
    typeof value === 'string' && !UNREAD.has(field) ? [value] : [],
  )
  const text = folded(values.join(' '))
  TEXTS.set(item, text)
  return text
}
