import { int } from '../../../funnel/columns/cells.ts'
import type { FactColumns } from '../../facts/columns.ts'
import type { Momentary, ReadInts } from '../../sources/source.ts'
import type { Axis } from './axis.ts'
import { type Groups, tableFor, UNKNOWN } from './groups.ts'

/** Groups by the numbers of keys: what a key means is asked once. `keysAt`: how rows' keys are read at a moment; -1: without. */
export function byNumber(
  groups: Groups,
  texts: { readonly size: number; textOf(number: number): string | null },
  keyOf: (key: string) => string | null,
  momentary: Momentary,
  keysAt: (momentary: Momentary) => ReadInts,
): Axis {
  const readKeys = keysAt(momentary)
  // By the number of a key + 1.
  let table = new Int32Array(0)
  const groupOf = (number: number) => {
    const key = texts.textOf(number)
    const group = groups.numberOf(key === null ? null : keyOf(key))
    table[number + 1] = group
    return group
  }
  const fill: Axis['fill'] = (start, taken, into) => {
    const keys = readKeys(start, into.length)
    table = tableFor(table, texts.size + 1)
    if (fillKnown(table, keys, taken, into)) return
    for (let at = 0; at < into.length; at++) {
      if (int(into, at) !== UNKNOWN) continue
      const known = int(table, int(keys, at) + 1)
      into[at] = known === UNKNOWN ? groupOf(int(keys, at)) : known
    }
  }
  return { fill, keys: groups.keys, earlier: (by) => byNumber(groups, texts, keyOf, by.momentary, keysAt) }
}

/** Puts the groups that are known; whether all were. Nothing is called or asked for on the way, so that it is quick. */
function fillKnown(table: Int32Array, keys: Int32Array, taken: Int32Array, into: Int32Array): boolean {
  let all = 0
  for (let at = 0; at < into.length; at++) {
    const group = int(table, int(keys, at) + 1) & int(taken, at)
    into[at] = group
    all |= group
  }
  return all >= 0
}

/** How rows' keys of a dimension are read: numbers of texts. */
export function keysIn(columns: FactColumns, dimension: string, momentary: Momentary): ReadInts {
  const own = momentary.keys?.[dimension]
  if (own) return own
  const cells = () => (dimension === 'order' ? columns.owners : columns.keysOf(dimension))
  return (start, count) => cells().subarray(start, start + count)
}
