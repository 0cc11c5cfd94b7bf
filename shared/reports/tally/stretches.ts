import { int } from '../../funnel/columns/cells.ts'
import type { FactColumns } from '../facts/columns.ts'

/** Rows of facts that are taken at once, or a few more: what is noted of them stays in the processor's nearest memory. */
const STRETCH = 4096

/** Cuts rows into stretches, none of which ends amid an owner. */
export function* stretchesOf(
  { owners }: FactColumns,
  start: number,
  end: number,
): Generator<[start: number, end: number]> {
  for (let from = start; from < end; ) {
    let to = Math.min(from + STRETCH, end)
    while (to < end && int(owners, to) >= 0 && int(owners, to) === int(owners, to - 1)) to++
    yield [from, to]
    from = to
  }
}
