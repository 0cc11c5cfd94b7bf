import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Line, type Order, orders } from '../collections.ts'
import { checkOpen, checkSum } from '../commands.ts'
import { lineBase } from '../totals.ts'
import { bounded, divideHalfUp, shareOf, sumOf } from './exact.ts'

/** How an order's lines are to be made cheaper, or dearer, all together. */
export interface Spreading {
  /** Minor units off what the lines come to before VAT is put on top, as one sum; below nothing, put on. */
  readonly off: number
  /** What that is then rounded to, half up, minor units: 100 for whole roubles. 1, or left out: not at all. */
  readonly step?: number
}

/**
 * «Распределить скидку»: each line bears its share as a `discountSum`, in the place of the one that it had, so that the lines
 * come to the sum wanted to the kopeck. Failures: order-completed, sum-wrong, discount-too-large, nothing-to-spread, sum-too-large.
 */
export function spreadDiscount(tx: Transaction, { id, ...how }: Spreading & { readonly id: string }): void {
  const order = checkOpen(tx, id)
  for (const [line, discountSum] of spread(order, how)) {
    tx.setEntry(orders, id, 'lines', line, { discountSum: discountSum === 0 ? null : discountSum })
  }
  checkSum(tx.get(orders, id))
}

/** What each line bears of it, by id. */
export function spread(
  order: Pick<Order, 'lines' | 'discount' | 'vatMode'>,
  { off, step = 1 }: Spreading,
): ReadonlyMap<string, number> {
  if (!Number.isSafeInteger(off) || !Number.isSafeInteger(step) || step < 1) throw new Failure('sum-wrong')
  const bases = order.lines.map((line) => lineBase({ ...line, discountSum: null }, order))
  const whole = sumOf(bases)
  if (whole === 0) throw new Failure('nothing-to-spread')
  const wanted = rounded(sumOf([whole, -off]), step)
  if (whole > 0 !== wanted > 0 && wanted !== 0) throw new Failure('discount-too-large')
  return sharesOf(order.lines, bases, wanted, whole)
}

/** Each line comes to the difference between two ends of the wanted sum, so that together they are just that. */
function sharesOf(
  lines: readonly Line[],
  bases: readonly number[],
  wanted: number,
  whole: number,
): ReadonlyMap<string, number> {
  let [begin, behind] = [0, 0]
  return new Map(
    lines.map(({ id }, i) => {
      const base = bases[i] ?? 0
      behind = sumOf([behind, base])
      const end = shareOf(wanted, behind, whole)
      const target = sumOf([end, -begin])
      begin = end
      return [id, base < 0 ? sumOf([target, -base]) : sumOf([base, -target])]
    }),
  )
}

function rounded(sum: number, step: number): number {
  return bounded(divideHalfUp(BigInt(sum), BigInt(step)) * BigInt(step))
}
