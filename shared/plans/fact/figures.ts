import { bounded, divideHalfUp, sumOf } from '../../orders/sums/exact.ts'
import type { Cells } from '../sheet/sheet.ts'

/** A plan beside its fact. */
export interface Held {
  readonly plan: number
  readonly fact: number
  readonly deviation: number
  /** Hundredths of a percent; null: nothing was planned. */
  readonly done: number | null
}

/** Holds a fact against its plan (SPEC PF4). */
export function held(plan: number, fact: number): Held {
  return { plan, fact, deviation: sumOf([fact, -plan]), done: doneOf(plan, fact) }
}

function doneOf(plan: number, fact: number): number | null {
  if (plan === 0) return null
  const sign = plan < 0 ? -1n : 1n
  return bounded(divideHalfUp(BigInt(fact) * 10_000n * sign, BigInt(plan) * sign))
}

/** The sums so far, each with those before it. */
export function cumulative(figures: readonly number[]): number[] {
  let all = 0
  return figures.map((one) => {
    all += one
    return all
  })
}

/** A row's figures of a sheet of so many periods; an empty cell is nothing. */
export function figuresOf(cells: Float64Array, row: number, periods: number): number[] {
  return Array.from(cells.subarray(row * periods, (row + 1) * periods), (one) => (Number.isNaN(one) ? 0 : one))
}

/** Adds to one cell of both measures. */
export function add(cells: Cells, at: number, sum: number, quantity: number): void {
  cells.sum[at] = (cells.sum[at] as number) + sum
  cells.quantity[at] = (cells.quantity[at] as number) + quantity
}
