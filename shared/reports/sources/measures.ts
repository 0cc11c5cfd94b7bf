import { bounded, divideHalfUp } from '../../orders/sums/exact.ts'
import type { MeasureOf } from './source.ts'

/** A sum of the facts, as it is; with `behind`, only owners with some of it stand behind it. */
export function summed(name: string, behind?: 'behind'): MeasureOf {
  return { needs: [name], figure: ([sum = 0]) => sum, ...(behind && { behind: name }) }
}

/** How many owners have a fact. */
export const OWNERS: MeasureOf = { needs: [{ count: 'owners' }], figure: ([count = 0]) => count }

/** One sum as a share of another, `by` for the whole, rounded half up; of nothing, none. */
export function ratioOf(part: number, whole: number, by = 1): number | null {
  if (whole === 0) return null
  const sign = whole < 0 ? -1n : 1n
  return bounded(divideHalfUp(BigInt(part) * BigInt(by) * sign, BigInt(whole) * sign))
}
