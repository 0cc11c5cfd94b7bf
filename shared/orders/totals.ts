import { VAT_PERCENT } from '../goods/collections.ts'
import type { Line, VatMode } from './collections.ts'
import { bounded, divideHalfUp, isBeyond, sumOf } from './sums/exact.ts'

const FULL_DISCOUNT = 10_000n
const HUNDRED = 100n
const THOUSAND = 1_000n

/** What a line's sums follow from. */
export type Priced = Pick<Line, 'quantity' | 'price' | 'discount'> & Partial<Pick<Line, 'discountSum' | 'vat'>>

/** What they follow from besides, alike for all lines of a document. */
export interface Terms {
  /** Hundredths of a percent off every line, behind the line's own. */
  readonly discount?: number | null
  /** Null is `included`, as of orders that know no other. */
  readonly vatMode?: VatMode | null
}

/** Minor units: `total` is what is to be paid, `vat` what of it is VAT, `net` the rest. */
export interface Sums {
  readonly net: number
  readonly vat: number
  readonly total: number
}

/**
 * A line's sums. The price of its quantity less both discounts is rounded half up, once (design §11); `discountSum` is
 * taken off that, down to nothing; VAT is in it, or goes on top of it, rounded by itself. Commands refuse what is greater
 * than can be exact; where two people made it so apart from each other, it is the greatest that can.
 */
export function lineSums(line: Priced, terms: Terms = {}): Sums {
  const { total, vat } = exactSums(line, terms)
  return { net: bounded(total - vat), vat: bounded(vat), total: bounded(total) }
}

/** What is to be paid for a line, VAT with it. */
export function lineTotal(line: Priced, terms: Terms = {}): number {
  return lineSums(line, terms).total
}

/** What a line comes to before VAT is put on top of it. */
export function lineBase(line: Priced, terms: Terms = {}): number {
  return bounded(exactSum(line, terms.discount ?? 0))
}

/** A document's sums: those of its lines, each rounded by itself, bounded as a line's are. */
export function orderSums(order: Terms & { readonly lines: readonly Priced[] }): Sums {
  const lines = order.lines.map((line) => lineSums(line, order))
  return {
    net: sumOf(lines.map(({ net }) => net)),
    vat: sumOf(lines.map(({ vat }) => vat)),
    total: sumOf(lines.map(({ total }) => total)),
  }
}

/** An order's total in minor units of its currency. */
export function orderTotal(order: Terms & { readonly lines: readonly Priced[] }): number {
  return sumOf(order.lines.map((line) => lineTotal(line, order)))
}

/** Whether a line, or all of them together, come to more than a sum can be. */
export function isTooLarge(order: Terms & { readonly lines: readonly Priced[] }): boolean {
  const exact = order.lines.map((line) => exactSums(line, order).total)
  return [...exact, exact.reduce((sum, total) => sum + total, 0n)].some(isBeyond)
}

function exactSums(line: Priced, { discount, vatMode }: Terms): { readonly total: bigint; readonly vat: bigint } {
  const sum = exactSum(line, discount ?? 0)
  const percent = vatMode === 'none' ? 0n : BigInt(VAT_PERCENT[line.vat ?? 'none'])
  if (vatMode !== 'onTop') return { total: sum, vat: divideHalfUp(sum * percent, HUNDRED + percent) }
  const vat = divideHalfUp(sum * percent, HUNDRED)
  return { total: sum + vat, vat }
}

/** What a line costs before VAT is put on top. A `discountSum` brings it nearer to nothing, never beyond it. */
function exactSum({ quantity, price, discount, discountSum }: Priced, whole: number): bigint {
  const listed = BigInt(quantity ?? 0) * BigInt(price ?? 0) * (FULL_DISCOUNT - BigInt(discount ?? 0))
  const priced =
    whole === 0
      ? divideHalfUp(listed, THOUSAND * FULL_DISCOUNT)
      : divideHalfUp(listed * (FULL_DISCOUNT - BigInt(whole)), THOUSAND * FULL_DISCOUNT * FULL_DISCOUNT)
  const off = BigInt(discountSum ?? 0)
  if (off === 0n || priced === 0n) return priced
  const left = priced < 0n ? -priced - off : priced - off
  if (left <= 0n) return 0n
  return priced < 0n ? -left : left
}
