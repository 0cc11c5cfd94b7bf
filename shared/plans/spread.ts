import { daysBetween } from '../time/days.ts'
import type { Period } from './periods.ts'

/**
 * A whole number in parts by weights, whole numbers too: each part its share, what is left over by the largest remainders, so that
 * the parts come to the whole (SPEC PN7). By weights that come to nothing it is spread evenly; a weight below nothing is none.
 */
export function spreadByWeights(whole: number, weights: readonly number[]): number[] {
  // Most figures that are moved go to one place whole.
  const only = weights.findIndex((one) => one > 0)
  if (only !== -1 && weights.every((one, i) => i === only || one <= 0)) {
    return weights.map((_, i) => (i === only ? whole : 0))
  }
  const given = weights.map((one) => BigInt(Math.max(one, 0)))
  const all = given.reduce((sum, one) => sum + one, 0n)
  if (all === 0n)
    return weights.length === 0
      ? []
      : spreadByWeights(
          whole,
          weights.map(() => 1),
        )
  const size = BigInt(Math.abs(whole))
  const parts = given.map((one) => Number((size * one) / all))
  const left = Math.abs(whole) - parts.reduce((sum, one) => sum + one, 0)
  const rests = given
    .map((one, i) => ({ i, rest: (size * one) % all }))
    .sort((a, b) => Number(b.rest - a.rest) || a.i - b.i)
  for (const { i } of rests.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1
  return parts.map((one) => (whole < 0 && one !== 0 ? -one : one))
}

/**
 * What stood in periods, moved onto others by days (SPEC PN8): by the first days of the old and the new ones; null: emptied. What
 * stood in no old period, or in one that no new one touches, is not among them.
 */
export function spreadByDays(
  values: ReadonlyMap<string, number | null>,
  before: readonly Period[],
  after: readonly Period[],
): Map<string, number | null> {
  const moved = new Map<string, number | null>()
  const emptied: string[] = []
  for (const { id, from, until } of before) {
    const value = values.get(id) ?? null
    const touched = after.filter((one) => one.from <= until && one.until >= from)
    if (value === null || touched.length === 0) continue
    emptied.push(id)
    const days = touched.map((one) => daysBetween(later(one.from, from), earlier(one.until, until)) + 1)
    spreadByWeights(value, days).forEach((part, i) => {
      const to = touched[i]?.id ?? ''
      moved.set(to, (moved.get(to) ?? 0) + part)
    })
  }
  for (const id of emptied) if (!moved.has(id)) moved.set(id, null)
  return moved
}

const later = (a: string, b: string) => (a > b ? a : b)
const earlier = (a: string, b: string) => (a < b ? a : b)
