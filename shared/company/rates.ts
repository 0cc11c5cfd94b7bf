import type { EntryOf, Row } from '../records/declarations/collection.ts'
import type { currencies } from './collections.ts'

type Rate = EntryOf<typeof currencies, 'rates'>

const ONE = 1_000_000n

/** Turns sums of any currency into the company's, at the rate of a day. */
export interface Exchange {
  /** `total` in minor units of `currency` (null: the company's) on the day of `at` (ms); without a known rate, as it is. */
  toCompany(total: number, currency: string | null, at: number): number
}

/** Makes the exchange of a company whose own currency is `own`, from the currencies' rates. */
export function exchangeOf(own: string | null, all: Iterable<Row<typeof currencies>>): Exchange {
  const rates = new Map<string, readonly Rate[]>()
  for (const { code, rates: found, gone } of all) if (code && !gone) rates.set(code, latestFirst(found))
  return {
    toCompany(total, currency, at) {
      if (currency === null || currency === own) return total
      const day = new Date(at).toISOString().slice(0, 10)
      const known = rates.get(currency) ?? []
      const rate = known.find((one) => (one.from ?? '') <= day) ?? known.at(-1)
      return rate?.millionths ? times(total, rate.millionths) : total
    },
  }
}

function latestFirst(rates: readonly Rate[]): Rate[] {
  return [...rates].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))
}

/** Rounds half up, away from zero below it. */
function times(total: number, millionths: number): number {
  const exact = BigInt(total) * BigInt(millionths)
  const half = exact < 0n ? -ONE / 2n : ONE / 2n
  return Number((exact + half) / ONE)
}
