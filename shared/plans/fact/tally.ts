import type { FactColumns } from '../../reports/facts/columns.ts'
import { dayNumber } from '../../reports/facts/days.ts'
import type { Period } from '../periods.ts'
import { type Cells, emptyCells } from '../sheet/sheet.ts'
import { add } from './figures.ts'
import { type About, NONE, RowFinder } from './finder.ts'
import type { Scale } from './scale.ts'

/** What was sold, on a plan's scale; a figure for each period. */
export interface FactSheet {
  /** Row by row. */
  readonly cells: Cells
  /** Outside of all rows. */
  readonly outside: Cells
  /** Each sale once. */
  readonly totals: Cells
}

/** Finds the period of a day. */
export class PeriodFinder {
  readonly #begin: number
  readonly #places: Int32Array

  constructor(periods: readonly Period[]) {
    this.#begin = dayNumber(periods[0]?.from ?? null) ?? 0
    const end = dayNumber(periods.at(-1)?.until ?? null) ?? this.#begin - 1
    this.#places = new Int32Array(Math.max(0, end - this.#begin + 1)).fill(-1)
    for (const [at, { from, until }] of periods.entries()) {
      const [first, last] = [dayNumber(from) ?? 0, dayNumber(until) ?? 0]
      this.#places.fill(at, first - this.#begin, last - this.#begin + 1)
    }
  }

  /** The place of its period; -1: it lies in none. By days since 1970. */
  of(day: number): number {
    return this.#places[day - this.#begin] ?? -1
  }
}

/** Tallies facts on a scale, and follows them until it is closed (SPEC PF8). */
export class FactTally implements FactSheet {
  readonly cells: Cells
  readonly outside: Cells
  readonly totals: Cells
  readonly close: () => void
  readonly #columns: FactColumns
  readonly #finder: RowFinder
  readonly #periods: PeriodFinder
  readonly #count: number
  readonly #sums: number
  readonly #quantities: number

  constructor(columns: FactColumns, scale: Scale, about: About) {
    this.#columns = columns
    this.#count = scale.periods.length
    this.cells = emptyCells(scale.rows.length, this.#count)
    this.outside = emptyCells(1, this.#count)
    this.totals = emptyCells(1, this.#count)
    this.#finder = new RowFinder(columns, scale, about)
    this.#periods = new PeriodFinder(scale.periods)
    this.#sums = columns.layout.sums.indexOf('sum')
    this.#quantities = columns.layout.sums.indexOf('quantity')
    this.#pass(0, columns.size, 1)
    this.close = columns.watch({
      leave: (start, end) => this.#pass(start, end, -1),
      enter: (start, end) => this.#pass(start, end, 1),
    })
  }

  /** Whether a fact is of a row's place and a period's; null: of any. Outside of all rows where `row` says so. */
  isOf(fact: number, row: number | 'outside' | null, period: number | null): boolean {
    const at = this.#placeOf(fact)
    if (at < 0 || (period !== null && at !== period)) return false
    if (row === null) return true
    let isIn = false
    const isTaken = this.#finder.each(fact, (one) => {
      isIn ||= one === row
    })
    return row === 'outside' ? !isTaken : isIn
  }

  #placeOf(fact: number): number {
    const { owners, days } = this.#columns
    return (owners[fact] ?? -1) < 0 ? -1 : this.#periods.of(days[fact] as number)
  }

  #pass(start: number, end: number, sign: 1 | -1): void {
    const [sums, quantities] = [this.#columns.sums[this.#sums], this.#columns.sums[this.#quantities]]
    if (!sums || !quantities) return
    const count = this.#count
    for (let fact = start; fact < end; fact++) {
      const period = this.#placeOf(fact)
      if (period < 0) continue
      const [sum, quantity] = [sign * (sums[fact] as number), sign * (quantities[fact] as number)]
      add(this.totals, period, sum, quantity)
      const row = this.#finder.rowOf(fact)
      if (row >= 0) add(this.cells, row * count + period, sum, quantity)
      else if (row === NONE || !this.#addToEach(fact, period, sum, quantity)) add(this.outside, period, sum, quantity)
    }
  }

  /** Whether any row took it in. */
  #addToEach(fact: number, period: number, sum: number, quantity: number): boolean {
    return this.#finder.each(fact, (row) => add(this.cells, row * this.#count + period, sum, quantity))
  }
}
