import type { Item, SortBy } from './query.ts'

type SortKey = string | number

/** A comparison of items by the given fields, then by id, so that no order is left to chance. */
export function comparison(sort: readonly SortBy[]): (a: Item, b: Item) => number {
  const keys = sort.map(({ field, down }) => ({ keyOf: keyOf(field), sign: down ? -1 : 1 }))
  return (a, b) => {
    for (const { keyOf, sign } of keys) {
      const [x, y] = [keyOf(a), keyOf(b)]
      if (x !== y) return compare(x, y) * sign
    }
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
  }
}

/** Text as it is sorted and searched: small letters, ё as е. */
export function folded(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}

function keyOf(field: string): (item: Item) => SortKey {
  return (item) => {
    const value = item[field]
    if (typeof value === 'string') return folded(value)
    if (typeof value === 'boolean') return value ? 1 : 0
    return typeof value === 'number' ? value : ''
  }
}

/** Numbers stand before text, what is empty before both. */
function compare(a: SortKey, b: SortKey): number {
  if (typeof a === typeof b) return a < b ? -1 : 1
  return rank(a) - rank(b)
}

function rank(key: SortKey): number {
  if (key === '') return 0
  return typeof key === 'number' ? 1 : 2
}
