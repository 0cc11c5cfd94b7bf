import { shareOf } from '../../orders/sums/exact.ts'
import { type FactColumns, NO_DAY } from '../../reports/facts/columns.ts'
import { type Cells, emptyCells } from '../sheet/sheet.ts'
import { add } from './figures.ts'
import { type About, RowFinder } from './finder.ts'
import type { Scale } from './scale.ts'
import { PeriodFinder } from './tally.ts'
import { type Weight, type Weights, weightKey } from './weights.ts'

/** What is expected of open orders, on a plan's scale, by period. */
export interface AheadSheet {
  readonly cells: Cells
  readonly outside: Cells
  readonly totals: Cells
  /** How many orders stand where none has ended before: they count for nothing. */
  readonly unknown: number
}

/** A fact of what is left, as it is expected. */
export interface Expected {
  readonly weight: Weight
  /** Days since 1970. */
  readonly day: number
  readonly sum: number
  readonly quantity: number
}

/** Reads what open orders have left (`LEFT`) as it is expected on a day, and tallies it on a scale (SPEC PF6). */
export class Ahead {
  readonly #columns: FactColumns
  readonly #scale: Scale
  readonly #finder: RowFinder
  readonly #periods: PeriodFinder

  constructor(columns: FactColumns, scale: Scale, about: About) {
    this.#columns = columns
    this.#scale = scale
    this.#finder = new RowFinder(columns, scale, about)
    this.#periods = new PeriodFinder(scale.periods)
  }

  /** All that is expected, as of today by days since 1970. */
  sheet(weights: Weights, today: number): AheadSheet {
    const count = this.#scale.periods.length
    const sheet = {
      cells: emptyCells(this.#scale.rows.length, count),
      outside: emptyCells(1, count),
      totals: emptyCells(1, count),
    }
    const unknown = new Set<number>()
    const weightOf = this.#weighing(weights)
    for (let fact = 0; fact < this.#columns.size; fact++) {
      const owner = this.#columns.owners[fact] ?? -1
      if (owner < 0) continue
      const expected = this.#expected(fact, weightOf(fact), today)
      if (expected === null) unknown.add(owner)
      else this.#take(sheet, fact, expected)
    }
    return { ...sheet, unknown: unknown.size }
  }

  /** What stands behind a figure: the facts of a row (outside of all, or any) in the periods that are asked for. */
  *behind(
    weights: Weights,
    today: number,
    row: number | 'outside' | null,
    isAsked: (period: number) => boolean,
  ): Generator<Expected & { readonly fact: number }> {
    const weightOf = this.#weighing(weights)
    for (let fact = 0; fact < this.#columns.size; fact++) {
      if ((this.#columns.owners[fact] ?? -1) < 0) continue
      const expected = this.#expected(fact, weightOf(fact), today)
      const period = expected ? this.#periods.of(expected.day) : -1
      if (expected && period >= 0 && isAsked(period) && this.#isOf(fact, row)) yield { fact, ...expected }
    }
  }

  #isOf(fact: number, row: number | 'outside' | null): boolean {
    if (row === null) return true
    let isIn = false
    const isTaken = this.#finder.each(fact, (one) => {
      isIn ||= one === row
    })
    return row === 'outside' ? !isTaken : isIn
  }

  #take(sheet: Omit<AheadSheet, 'unknown'>, fact: number, { day, sum, quantity }: Expected): void {
    const period = this.#periods.of(day)
    if (period < 0) return
    const count = this.#scale.periods.length
    add(sheet.totals, period, sum, quantity)
    const isTaken = this.#finder.each(fact, (row) => add(sheet.cells, row * count + period, sum, quantity))
    if (!isTaken) add(sheet.outside, period, sum, quantity)
  }

  #expected(fact: number, weight: Weight | null, today: number): Expected | null {
    if (weight === null || weight.ended === 0) return null
    const { days, sums } = this.#columns
    const [sum = 0, quantity = 0, since = 0] = sums.map((cells) => cells[fact] ?? 0)
    const due = days[fact] === NO_DAY ? since + weight.days : (days[fact] as number)
    const part = (whole: number) => shareOf(whole, weight.won, weight.ended)
    return { weight, day: Math.max(today, due), sum: part(sum), quantity: part(quantity) }
  }

  /** The weight of a fact's kind and state; looked up once for each pair. */
  #weighing(weights: Weights): (fact: number) => Weight | null {
    const { layout, keys, texts } = this.#columns
    const [kinds, states] = ['kind', 'state'].map((name) => keys[layout.dimensions.indexOf(name)])
    const known = new Map<number, Weight | null>()
    return (fact) => {
      const [kind, state] = [kinds?.[fact] ?? -1, states?.[fact] ?? -1]
      const pair = (kind + 1) * (texts.size + 1) + state + 1
      const found = known.get(pair)
      if (found !== undefined) return found
      const weight = weights.get(weightKey(texts.textOf(kind), texts.textOf(state))) ?? null
      known.set(pair, weight)
      return weight
    }
  }
}
