import { sumOf } from '../../orders/sums/exact.ts'

/** Something that raised what a customer owes, above nothing, or lowered it, below; minor units, and its day since 1970. */
export interface Entry {
  readonly day: number
  readonly sum: number
}

/**
 * What is left when what lowers a debt closes what raised it, the oldest with the oldest first: in the order of their days,
 * all of one sign, and together what the entries come to (SPEC RP42). What came after `until` is not there yet.
 */
export function unsettled(entries: readonly Entry[], until: number): readonly Entry[] {
  const known = entries.filter(({ day, sum }) => day <= until && sum !== 0).toSorted((a, b) => a.day - b.day)
  const [raising, lowering] = [known.filter(({ sum }) => sum > 0), known.filter(({ sum }) => sum < 0)]
  const [raised, lowered] = [total(raising), -total(lowering)]
  return raised >= lowered ? behind(raising, lowered) : behind(lowering, raised)
}

/** What of entries of one sign is left behind the first so many units of them. */
function behind(entries: readonly Entry[], units: number): Entry[] {
  const left: Entry[] = []
  let closed = units
  for (const { day, sum } of entries) {
    const size = Math.abs(sum)
    if (size > closed) left.push({ day, sum: Math.sign(sum) * (size - closed) })
    closed = Math.max(0, closed - size)
  }
  return left
}

function total(entries: readonly Entry[]): number {
  return sumOf(entries.map(({ sum }) => sum))
}
