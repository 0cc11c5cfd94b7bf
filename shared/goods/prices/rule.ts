import { divideHalfUp, isBeyond } from '../../orders/sums/exact.ts'
import { type PricedGoods, priceOn } from './held.ts'

/** How the prices of many products are reckoned (SPEC N5). */
export interface PriceRule {
  /** What each starts from: the price of a type that holds on the day (null: the product's own), or one sum for all. */
  readonly from: { readonly priceType: string | null } | { readonly sum: number }
  /** Hundredths of a percent put on; below nothing, taken off. */
  readonly percent: number
  /** Minor units put on behind that; below nothing, taken off. */
  readonly sum: number
  /** Minor units that the price is a multiple of: 100 for whole roubles, 1 for kopecks. */
  readonly step: number
  readonly way: Rounding
}

export const ROUNDINGS = ['half', 'up', 'down'] as const
export type Rounding = (typeof ROUNDINGS)[number]

/** Why a product has no price by a rule (SPEC N6). */
export type NoPrice = 'no-base' | 'below-zero' | 'too-large'

export type Reckoned = { readonly price: number } | { readonly not: NoPrice }

const WHOLE = 10_000n

/** The price of a product by a rule, on a day. A `step` below 1 throws a RangeError: forms do not let it through. */
export function priceBy(rule: PriceRule, product: PricedGoods, day: string): Reckoned {
  const base = baseOf(rule, product, day)
  if (base === null) return { not: 'no-base' }
  const exact = BigInt(base) * (WHOLE + BigInt(rule.percent)) + BigInt(rule.sum) * WHOLE
  const price = rounded(exact, WHOLE, rule)
  if (price < 0n) return { not: 'below-zero' }
  return isBeyond(price) ? { not: 'too-large' } : { price: Number(price) }
}

function baseOf({ from }: PriceRule, product: PricedGoods, day: string): number | null {
  return 'sum' in from ? from.sum : (priceOn(product, from.priceType, day)?.price ?? null)
}

/** `value / by` to a multiple of the step. */
function rounded(value: bigint, by: bigint, { step, way }: PriceRule): bigint {
  if (step < 1) throw new RangeError(`A step of ${step}`)
  const unit = by * BigInt(step)
  return steps(value, unit, way) * BigInt(step)
}

function steps(value: bigint, unit: bigint, way: Rounding): bigint {
  if (way === 'half') return divideHalfUp(value, unit)
  const cut = value / unit
  const isExact = value % unit === 0n
  if (way === 'up') return isExact || value < 0n ? cut : cut + 1n
  return isExact || value > 0n ? cut : cut - 1n
}
