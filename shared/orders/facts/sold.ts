import type { Tally } from '../../movements/tally.ts'
import type { Sale } from '../../movements/types.ts'
import { shareOf, sumOf } from '../sums/exact.ts'

/** What stands sold of one product by one line. */
export interface Sold extends Tally {
  readonly line: string | null
  readonly product: string | null
}

/** What sales and returns come to together, by line and product. */
export function soldIn(sales: readonly Sale[]): readonly Sold[] {
  const groups = Map.groupBy(sales, ({ line, product }) => JSON.stringify([line, product]))
  return [...groups.values()].map((all) => ({
    line: all[0]?.line ?? null,
    product: all[0]?.product ?? null,
    quantity: sumOf(all.map(({ quantity }) => quantity)),
    sum: sumOf(all.map(({ sum }) => sum)),
    vat: sumOf(all.map(({ vat }) => vat)),
  }))
}

/** What a part of what was sold is worth: all of it when nothing is left (movements/SPEC M7). */
export function worthOf({ quantity: whole, sum, vat }: Tally, quantity: number): Tally {
  const shareIn = (total: number) => sumOf([total, -shareOf(total, whole - quantity, whole)])
  return { quantity, sum: shareIn(sum), vat: shareIn(vat) }
}
