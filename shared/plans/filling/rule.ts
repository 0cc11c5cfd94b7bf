import { spreadByWeights } from '../spread.ts'

/** To what sums are rounded, minor units: kopeck, rouble, ten, hundred, thousand. */
export const ROUNDINGS = [1, 100, 1_000, 10_000, 100_000] as const

/** How figures are taken. */
export interface Rule {
  /** Hundredths of a percent: 10 000 takes a figure as it is. */
  readonly percent: number
  /** Rounded to whole steps of it, a half away from nothing. */
  readonly step: number
}

/** A figure times a share, rounded once (SPEC PN11). */
export function taken(figure: number, { percent, step }: Rule): number {
  if (percent === 10_000 && step === 1) return figure
  const steps = nearest(Math.abs(figure), percent, 10_000 * step)
  return figure < 0 && steps !== 0 ? -steps * step : steps * step
}

/** `figure` times `percent` by `by`, none of them below nothing, to the nearest whole number, a half up: exact, however large. */
function nearest(figure: number, percent: number, by: number): number {
  const product = figure * percent
  if (product <= Number.MAX_SAFE_INTEGER) {
    const rest = product % by
    return (product - rest) / by + (2 * rest >= by ? 1 : 0)
  }
  const divisor = BigInt(by)
  return Number((2n * BigInt(figure) * BigInt(percent) + divisor) / (2n * divisor))
}

/** A sum by weights in whole steps, what no step holds with the largest part, so that the parts come to it (SPEC PN7). */
export function spreadInSteps(sum: number, weights: readonly number[], step: number): number[] {
  const steps = Math.trunc(sum / step)
  const parts = spreadByWeights(steps, weights).map((part) => (part === 0 ? 0 : part * step))
  const rest = sum - steps * step
  if (rest === 0 || parts.length === 0) return parts
  const largest = weights.reduce((best, weight, i) => (weight > (weights[best] ?? 0) ? i : best), 0)
  parts[largest] = (parts[largest] ?? 0) + rest
  return parts
}
