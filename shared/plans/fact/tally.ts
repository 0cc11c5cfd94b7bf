import { float, int } from '../../funnel/columns/cells.ts'
import type { FactColumns } from '../../reports/facts/columns.ts'
import { dayNumber } from '../../reports/facts/days.ts'
import type { Period } from '../periods.ts'
import { type Cells, emptyCells } from '../sheet/sheet.ts'
import { add } from './figures.ts'
import { type About, RowFinder, SEVERAL } from './finder.ts'
import type { Scale } from './scale.ts'

/** Facts that are taken at once: what is noted of them stays in the processor's nearest memory. */
const STRETCH = 4096

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
    const at = day - this.#begin
    return at >= 0 && at < this.#places.length ? int(this.#places, at) : -1
  }
}

/** Tallies facts on a scale, and follows them until it is closed (SPEC PF8). */
export class FactTally implements FactSheet {
  readonly cells: Cells
  readonly outside: Cells
  readonly close: () => void
  /** The cells, and behind them what is outside. */
  readonly #all: Cells
  /** What several rows took in, as often as more than one did. */
  readonly #again: Cells
  /** For the rows of a stretch, used again for each. */
  readonly #room = new Int32Array(STRETCH)
  readonly #columns: FactColumns
  readonly #finder: RowFinder
  readonly #periods: PeriodFinder
  readonly #count: number
  readonly #sums: number
  readonly #quantities: number

  constructor(columns: FactColumns, scale: Scale, about: About) {
    this.#columns = columns
    this.#count = scale.periods.length
    this.#all = emptyCells(scale.rows.length + 1, this.#count)
    this.cells = partOf(this.#all, 0, scale.rows.length * this.#count)
    this.outside = partOf(this.#all, scale.rows.length * this.#count)
    this.#again = emptyCells(1, this.#count)
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

  get totals(): Cells {
    const [totals, { sum, quantity }] = [emptyCells(1, this.#count), this.#all]
    for (let period = 0; period < this.#count; period++) {
      add(totals, period, -float(this.#again.sum, period), -float(this.#again.quantity, period))
      for (let at = period; at < sum.length; at += this.#count) add(totals, period, float(sum, at), float(quantity, at))
    }
    return totals
  }

  /** How many orders with facts in these periods have no rate: their sums count for nothing (SPEC PF1). */
  get unrated(): number {
    if (!this.#columns.mayHave('unrated')) return 0
    const [unrated, orders] = [this.#columns.sumsOf('unrated'), new Set<number>()]
    for (let fact = 0; fact < this.#columns.size; fact++) {
      if (float(unrated, fact) !== 0 && this.#placeOf(fact) >= 0) orders.add(int(this.#columns.owners, fact))
    }
    return orders.size
  }

  #placeOf(fact: number): number {
    const { owners, days } = this.#columns
    return (owners[fact] ?? -1) < 0 ? -1 : this.#periods.of(days[fact] as number)
  }

  #pass(start: number, end: number, sign: 1 | -1): void {
    for (let from = start; from < end; from += STRETCH) this.#passStretch(from, Math.min(end, from + STRETCH), sign)
  }

  #passStretch(start: number, end: number, sign: 1 | -1): void {
    const [sums, quantities] = [this.#columns.sums[this.#sums], this.#columns.sums[this.#quantities]]
    if (!sums || !quantities || this.#count === 0) return
    const [{ owners, days }, places, count] = [this.#columns, this.#periods, this.#count]
    const rows = this.#room.subarray(0, end - start)
    this.#finder.fill(start, rows)
    for (let at = 0; at < rows.length; at++) {
      const fact = start + at
      // -1: it lies in none, or its row is not in use.
      const place = int(owners, fact) < 0 ? -1 : places.of(int(days, fact))
      // What is of no period counts for nothing in the first: that is quicker than passing it over.
      const period = Math.max(0, place)
      const isIn = sign * (1 + (place >> 31))
      const sum = isIn * float(sums, fact)
      const quantity = isIn * float(quantities, fact)
      const row = int(rows, at)
      if (row !== SEVERAL) add(this.#all, row * count + period, sum, quantity)
      else this.#addToEach(fact, period, sum, quantity)
    }
  }

  /** To each row that takes it in; outside, where none does. */
  #addToEach(fact: number, period: number, sum: number, quantity: number): void {
    let rows = 0
    const isTaken = this.#finder.each(fact, (row) => {
      add(this.cells, row * this.#count + period, sum, quantity)
      rows++
    })
    if (!isTaken) add(this.outside, period, sum, quantity)
    else add(this.#again, period, (rows - 1) * sum, (rows - 1) * quantity)
  }
}

/** A part of cells, in the same memory. */
function partOf({ sum, quantity }: Cells, start: number, end?: number): Cells {
  return { sum: sum.subarray(start, end), quantity: quantity.subarray(start, end) }
}
