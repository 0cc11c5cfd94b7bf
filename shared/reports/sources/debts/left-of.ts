import { float, int, roomFor } from '../../../funnel/columns/cells.ts'
import type { FactColumns } from '../../facts/columns.ts'
import type { ReadFloats } from '../source.ts'

type Changes = Pick<FactColumns, 'days' | 'owners' | 'version'>

/**
 * What is left of owners' changes, in the order of their days, when those of one sign close those of the other, the oldest with
 * the oldest first; nothing of what came after `until` (SPEC RP42). Reads a stretch of rows from `start` on, whole owners;
 * what it gives is good until it reads another one.
 */
export function leftIn(columns: Changes, amounts: () => Float64Array, until: number): ReadFloats {
  let known = { start: -1, count: -1, version: -1 }
  let lefts = new Float64Array(0)
  return (start, count) => {
    const { version } = columns
    if (known.start === start && known.count === count && known.version === version) return lefts
    known = { start, count, version }
    lefts = roomFor(lefts, count)
    closeAll(columns, amounts(), until, { start, end: start + count, lefts })
    return lefts
  }
}

interface Stretch {
  readonly start: number
  readonly end: number
  readonly lefts: Float64Array
}

function closeAll({ days, owners }: Changes, amounts: Float64Array, until: number, stretch: Stretch): void {
  const { start, end, lefts } = stretch
  for (let first = start; first < end; ) {
    const owner = int(owners, first)
    let up = 0
    let down = 0
    let last = first
    for (; last < end && int(owners, last) === owner; last++) {
      const amount = int(days, last) <= until ? float(amounts, last) : 0
      if (amount > 0) up += amount
      else down -= amount
    }
    if (up === down) lefts.fill(0, first - start, last - start)
    else closeOne(days, amounts, until, { start: first, end: last, lefts: lefts.subarray(first - start) }, up, down)
    first = last
  }
}

/** Closes the changes of an owner, of which those above nothing come to `up`, those below to `down`. */
function closeOne(
  days: Int32Array,
  amounts: Float64Array,
  until: number,
  { start, end, lefts }: Stretch,
  up: number,
  down: number,
): void {
  let [raised, lowered] = [up, down]
  for (let row = start; row < end; row++) {
    const own = int(days, row) <= until ? float(amounts, row) : 0
    const closing = Math.min(Math.abs(own), own > 0 ? lowered : raised)
    if (own > 0) lowered -= closing
    else raised -= closing
    lefts[row - start] = own > 0 ? own - closing : own + closing
  }
}
