import { float, int } from '../../funnel/columns/cells.ts'
import type { FactColumns } from '../facts/columns.ts'
import type { Plan } from '../plan.ts'
import type { Need } from '../sources/source.ts'
import { Adder } from './adder.ts'
import type { Axis } from './axes/axis.ts'
import { ALL_GROUPS } from './axes/groups.ts'
import { Cells } from './cells.ts'
import { Counter } from './counter.ts'
import { Pairs } from './pairs.ts'
import { Rooms } from './rooms.ts'
import { SetAdder, SetCells } from './set-cells.ts'
import { stretchesOf } from './stretches.ts'
import { sumsIn } from './sums.ts'
import { Taking } from './taking.ts'

/**
 * Sums over facts, kept while they change (SPEC RP8). What is summed stands in the finest cells alone; what is counted, in those of
 * all totals, too.
 */
export class Tally {
  readonly plan: Plan
  readonly cells: Cells
  /** How many facts without a rate, by owner. */
  readonly unrated = new Map<number, number>()
  readonly #columns: FactColumns
  readonly #taking: Taking
  /** By need. */
  readonly #of: readonly (Adder | SetAdder | Counter)[]
  /** Where facts are in several groups at once. */
  readonly #sets: SetCells | null
  readonly #rooms = new Rooms()
  /** The rows that were touched since they were asked for; null: all. */
  #touched: Set<number> | null = null

  /** `rows`: those of another tally by the same groups, whose numbers are to be shared. */
  constructor(columns: FactColumns, plan: Plan, rows = new Pairs()) {
    this.plan = plan
    this.cells = new Cells(rows)
    this.#columns = columns
    this.#taking = new Taking(columns, plan)
    this.#sets = [plan.outer, plan.inner, plan.column].some((axis) => axis?.groupsOf)
      ? new SetCells(this.cells, plan)
      : null
    this.#of = plan.needs.map((need) => this.#tallied(need))
    this.take(0, columns.size, 1)
  }

  /** What cells have of a need; those behind its end have nothing. */
  values(need: number): Float64Array {
    return this.#of[need]?.values ?? new Float64Array(0)
  }

  /** Whether what totals have of a need stands in their own cells: it is not the sum of the cells under them. */
  isInTotals(need: number): boolean {
    return this.#sets !== null || typeof this.plan.needs[need] !== 'string'
  }

  /** The rows with facts that came or went since this was asked last; null: all may be others. */
  takeTouched(): ReadonlySet<number> | null {
    const touched = this.#touched
    this.#touched = new Set()
    return touched
  }

  /** Adds the facts of rows, whole owners, or takes them out where `sign` is -1. */
  take(start: number, end: number, sign: 1 | -1): void {
    for (const [from, to] of stretchesOf(this.#columns, start, end)) this.#takeStretch(from, to, sign)
  }

  /** Looks again at whether an owner takes part, when its facts come next. */
  forget(owner: number): void {
    this.#taking.forget(owner)
  }

  #takeStretch(start: number, end: number, sign: 1 | -1): void {
    const cells = this.#cellsOf(start, end - start)
    this.#count(cells, sign)
    for (const one of this.#of) one.take(start, cells, sign, this.cells.size)
    if (this.#columns.mayHave('unrated')) this.#noteUnrated(start, cells, sign)
    if (this.#touched) this.#touch(cells, this.#touched)
  }

  #tallied(need: Need): Adder | SetAdder | Counter {
    const [columns, sets] = [this.#columns, this.#sets]
    if (typeof need !== 'string')
      return new Counter(
        columns,
        sets ?? this.cells,
        'distinct' in need ? (this.plan.distinct[need.distinct] ?? null) : null,
      )
    const sums = sumsIn(columns, this.plan.momentary, need)
    return sets ? new SetAdder(sums, sets, this.cells) : new Adder(sums)
  }

  #count(cells: Int32Array, sign: 1 | -1): void {
    if (!this.#sets) this.cells.count(cells, sign)
    else for (const set of cells) this.#sets.eachIn(set, (cell) => this.cells.countOne(cell, sign))
  }

  #touch(cells: Int32Array, touched: Set<number>): void {
    const touch = (cell: number) => touched.add(this.cells.rowOf(cell))
    for (const cell of cells) {
      if (this.#sets) this.#sets.eachIn(cell, touch)
      else if (cell > 0) touch(cell)
    }
  }

  /** The finest cell of each row of facts, of sets where there are such; 0: it lies in none. */
  #cellsOf(start: number, count: number): Int32Array {
    const { outer, inner, column } = this.plan
    const { taken, one, other, rows } = this.#rooms.of(count)
    this.#taking.fill(start, taken)
    const pair = (pairs: Pairs, firsts: Int32Array, axis: Axis | null, into: Int32Array) => {
      if (!axis) return pairs.fillWith(firsts, ALL_GROUPS, into)
      axis.fill(start, taken, other)
      pairs.fill(firsts, other, into)
    }
    if (outer) outer.fill(start, taken, one)
    else all(taken, one)
    const cells = this.#sets ?? this.cells
    pair(cells.rows, one, inner, rows)
    pair(cells.pairs, rows, column, one)
    return one
  }

  #noteUnrated(start: number, cells: Int32Array, sign: 1 | -1): void {
    const unrated = this.#columns.sumsOf('unrated')
    for (let at = 0; at < cells.length; at++) {
      const row = start + at
      if (float(unrated, row) !== 0 && int(cells, at) > 0) this.#note(int(this.#columns.owners, row), sign)
    }
  }

  #note(owner: number, sign: 1 | -1): void {
    const count = (this.unrated.get(owner) ?? 0) + sign
    if (count > 0) this.unrated.set(owner, count)
    else this.unrated.delete(owner)
  }
}

/** Puts the group of all for each row that takes part. */
function all(taken: Int32Array, into: Int32Array): void {
  for (let at = 0; at < into.length; at++) into[at] = int(taken, at) & ALL_GROUPS
}
