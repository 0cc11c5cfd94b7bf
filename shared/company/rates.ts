import { divideHalfUp } from '../orders/sums/exact.ts'
import type { EntryOf, Row } from '../records/declarations/collection.ts'
import { startOfDay } from '../time/days.ts'
import type { company, currencies } from './collections.ts'
import { minorDigits } from './currency-code.ts'

type Rate = EntryOf<typeof currencies, 'rates'>
type WholeRate = Rate & { readonly millionths: number }

/** What a company that names no currency or no zone reckons in. */
const ROUBLES = 'RUB'
const UTC = 'UTC'

/** A rate that holds: `millionths` of the company's currency for one unit; `from` is null where it holds from ever. */
export interface HeldRate {
  readonly millionths: number
  readonly from: string | null
}

/** Turns sums of any currency into the company's, at the rate of a day (SPEC S1 to S4). */
export interface Exchange {
  /** `total` in minor units of `currency` (null: the company's) at the moment `at` (ms); null where no rate holds then. */
  toCompany(total: number, currency: string | null, at: number): number | null
  /** The rate of another currency that holds at a moment; null where there is none. */
  rateAt(currency: string, at: number): HeldRate | null
}

/** Makes the exchange of a company from the currencies' rates. */
export function exchangeOf(
  own: Pick<Row<typeof company>, 'currency' | 'zone'> | null,
  all: Iterable<Row<typeof currencies>>,
): Exchange {
  const ownCode = ownCurrency(own)
  const rates = ratesByCode(all, own?.zone ?? UTC)
  const powers = new Map<string, number>()
  const rateAt = (currency: string, at: number) => rates.get(currency)?.find(({ since }) => since <= at) ?? null
  const powerOf = (currency: string) => {
    const power = powers.get(currency) ?? minorDigits(ownCode) - minorDigits(currency)
    powers.set(currency, power)
    return power
  }
  return {
    rateAt,
    toCompany(total, currency, at) {
      if (currency === null || currency === ownCode) return total
      const rate = rateAt(currency, at)
      return rate && times(total, rate.millionths, powerOf(currency))
    },
  }
}

/** The currency that a company reckons in, by its record; null while that is not here (SPEC S4). */
export function ownCurrency(own: Pick<Row<typeof company>, 'currency'> | null): string {
  return own?.currency ?? ROUBLES
}

/** The rates of a currency that are filled in, the latest first; of two from one day the one written last (SPEC S2). */
export function ratesOf(rates: readonly Rate[]): readonly WholeRate[] {
  const whole = rates.filter((one): one is WholeRate => one.millionths !== null)
  return whole.toSorted((a, b) => compare(b.from ?? '', a.from ?? '') || b.madeAt - a.madeAt || compare(b.id, a.id))
}

interface SinceRate extends HeldRate {
  /** When its day begins in the company's zone, ms. */
  readonly since: number
}

/** By code, whoever made the currency: two people may have made the same one apart. */
function ratesByCode(all: Iterable<Row<typeof currencies>>, zone: string): Map<string, readonly SinceRate[]> {
  const written = new Map<string, Rate[]>()
  for (const { code, rates, gone } of all) {
    if (code && !gone) written.set(code, [...(written.get(code) ?? []), ...rates])
  }
  const sinceOf = ({ from }: Rate) => (from === null ? Number.NEGATIVE_INFINITY : startOfDay(from, zone))
  const dated = (rates: readonly Rate[]) =>
    ratesOf(rates).map((one) => ({ millionths: one.millionths, from: one.from, since: sinceOf(one) }))
  return new Map([...written].map(([code, rates]) => [code, dated(rates)]))
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Rounds half up, away from zero below it. `power`: how many digits more the company's minor unit has. */
function times(total: number, millionths: number, power: number): number {
  const [up, down] = [10n ** BigInt(Math.max(power, 0)), 10n ** BigInt(6 + Math.max(-power, 0))]
  const exact = BigInt(total) * BigInt(millionths) * up
  return Number(divideHalfUp(exact, down))
}
