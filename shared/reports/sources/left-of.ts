import { float, int } from '../../funnel/columns/cells.ts'
import type { FactColumns } from '../facts/columns.ts'

/**
 * What is left of a row of an owner's changes, in the order of their days, when those of one sign close those of the other, the
 * oldest with the oldest first; nothing of what came after `until` (SPEC RP42).
 */
export function leftOf(
  { days, owners, size }: Pick<FactColumns, 'days' | 'owners' | 'size'>,
  amounts: Float64Array,
  row: number,
  until: number,
): number {
  if (int(days, row) > until) return 0
  const [owner, own] = [int(owners, row), float(amounts, row)]
  let before = 0
  for (let at = row - 1; at >= 0 && int(owners, at) === owner; at--) before += same(float(amounts, at), own)
  let against = 0
  let first = row
  while (first > 0 && int(owners, first - 1) === owner) first--
  for (let at = first; at < size && int(owners, at) === owner && int(days, at) <= until; at++)
    against += same(-float(amounts, at), own)
  const closed = Math.max(0, against - before)
  return Math.sign(own) * Math.max(0, Math.abs(own) - closed)
}

/** The size of an amount where it has the sign of another. */
function same(amount: number, as: number): number {
  return Math.sign(amount) === Math.sign(as) ? Math.abs(amount) : 0
}
