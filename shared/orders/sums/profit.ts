import type { Line, Order } from '../collections.ts'
import { lineSums } from '../totals.ts'
import { bounded, divideHalfUp, sumOf } from './exact.ts'

/** What is earned by a line or an order, minor units; percentages in hundredths. */
export interface Profit {
  /** What it is sold for, without VAT. */
  readonly revenue: number
  readonly cost: number
  readonly profit: number
  /** Of the cost, «наценка»; null where that is nothing. */
  readonly markup: number | null
  /** Of the revenue, «рентабельность»; null where that is nothing. */
  readonly margin: number | null
}

/** What the «Калькулятор заказа» shows. */
export interface Calculation {
  /** By line; null where its cost is not known. */
  readonly lines: ReadonlyMap<string, Profit | null>
  /** Over the lines whose cost is known. */
  readonly known: Profit
  /** How many lines are not in that. */
  readonly unknown: number
}

/** Cost, markup and profit of each line and in all. */
export function calculate(order: Pick<Order, 'lines' | 'discount' | 'vatMode'>): Calculation {
  const lines = new Map(order.lines.map((line) => [line.id, profitOf(line, order)]))
  const known = [...lines.values()].filter((one) => one !== null)
  const revenue = sumOf(known.map((one) => one.revenue))
  const cost = sumOf(known.map((one) => one.cost))
  return { lines, known: profit(revenue, cost), unknown: lines.size - known.length }
}

function profitOf(line: Line, order: Pick<Order, 'discount' | 'vatMode'>): Profit | null {
  if (line.cost === null) return null
  const cost = bounded(divideHalfUp(BigInt(line.quantity ?? 0) * BigInt(line.cost), 1_000n))
  return profit(lineSums(line, order).net, cost)
}

function profit(revenue: number, cost: number): Profit {
  const earned = sumOf([revenue, -cost])
  return { revenue, cost, profit: earned, markup: percentOf(earned, cost), margin: percentOf(earned, revenue) }
}

/** Hundredths of a percent, rounded half up; of nothing, none. */
function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null
  const sign = whole < 0 ? -1n : 1n
  return bounded(divideHalfUp(BigInt(part) * 10_000n * sign, BigInt(whole) * sign))
}
