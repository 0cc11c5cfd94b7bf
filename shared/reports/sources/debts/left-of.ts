import { float, int, roomFor } from '../../../funnel/columns/cells.ts'
import type { FactColumns } from '../../facts/columns.ts'

type Changes = Pick<FactColumns, 'days' | 'owners' | 'size' | 'version'>

/**
 * What is left of a row of an owner's changes, in the order of their days, when those of one sign close those of the other, the
 * oldest with the oldest first; nothing of what came after `until` (SPEC RP42). Worked out for all rows of an owner at once: a
 * pass asks for them one after another.
 */
export function leftIn(columns: Changes, amounts: () => Float64Array, until: number): (row: number) => number {
  let known = { owner: -1, version: -1, first: 0 }
  let lefts = new Float64Array(0)
  return (row) => {
    const owner = int(columns.owners, row)
    if (owner !== known.owner || columns.version !== known.version) {
      const [first, end] = rowsOf(columns, row)
      known = { owner, version: columns.version, first }
      lefts = roomFor(lefts, end - first)
      close(columns.days.subarray(first, end), amounts().subarray(first, end), until, lefts)
    }
    return float(lefts, row - known.first)
  }
}

/** The rows of whose row that is: the first, and one more than the last. */
function rowsOf({ owners, size }: Changes, row: number): readonly [first: number, end: number] {
  const owner = int(owners, row)
  let [first, end] = [row, row + 1]
  while (first > 0 && int(owners, first - 1) === owner) first--
  while (end < size && int(owners, end) === owner) end++
  return [first, end]
}

/** Writes what is left of each change. */
function close(days: Int32Array, amounts: Float64Array, until: number, lefts: Float64Array): void {
  let [up, down] = [0, 0]
  for (let at = 0; at < amounts.length && int(days, at) <= until; at++) {
    up += Math.max(0, float(amounts, at))
    down += Math.max(0, -float(amounts, at))
  }
  for (let at = 0; at < amounts.length; at++) {
    const own = int(days, at) <= until ? float(amounts, at) : 0
    const closing = Math.min(Math.abs(own), own > 0 ? down : up)
    if (own > 0) down -= closing
    else up -= closing
    lefts[at] = own - Math.sign(own) * closing
  }
}
