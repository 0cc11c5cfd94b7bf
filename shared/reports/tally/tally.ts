import { add, float, int, roomFor } from '../../funnel/columns/cells.ts'
import type { FactColumns } from '../facts/columns.ts'
import type { Plan } from '../plan.ts'
import type { Axis } from './axis.ts'
import { Pairs } from './pairs.ts'

/** A counter of owners, or of keys of a dimension. */
interface Counter {
  readonly cells: number
  /** Null: owners are counted. */
  readonly axis: Axis | null
  /** How many owners there are by cell and key. */
  readonly owners: Pairs
  counts: Float64Array<ArrayBuffer>
}

/**
 * Sums over facts, kept while they change (SPEC RP8). Rows are pairs of groups + 1, where nothing stands for all of them; so are the
 * columns of cells. What is summed stands in the finest cells alone; what is counted, in those of all totals, too.
 */
export class Tally {
  readonly plan: Plan
  readonly rows: Pairs
  /** Of a row and a column. */
  readonly cells = new Pairs()
  /** By need, then by cell. */
  readonly values: Float64Array<ArrayBuffer>[]
  /** How many facts, by cell. */
  facts = new Float64Array(0)
  /** How many facts without a rate, by owner. */
  readonly unrated = new Map<number, number>()
  readonly #columns: FactColumns
  readonly #sumAt: (((row: number) => number) | null)[]
  readonly #counters: readonly Counter[]
  readonly #unrated: number
  /** By owner's number: 0 not known, 1 takes part, 2 does not. */
  #passing = new Uint8Array(0)

  /** `rows`: those of another tally by the same groups, whose numbers are to be shared. */
  constructor(columns: FactColumns, plan: Plan, rows = new Pairs()) {
    this.plan = plan
    this.rows = rows
    this.#columns = columns
    this.values = plan.needs.map(() => new Float64Array(0))
    this.#sumAt = plan.needs.map((need) => (typeof need === 'string' ? plan.sumAt(need) : null))
    this.#counters = plan.needs.flatMap((need, cells) => {
      if (typeof need === 'string') return []
      const axis = 'distinct' in need ? (plan.distinct[need.distinct] ?? null) : null
      return [{ cells, axis, owners: new Pairs(), counts: new Float64Array(0) }]
    })
    this.#unrated = columns.layout.sums.indexOf('unrated')
    this.take(0, columns.size, 1)
  }

  /** Adds the facts of rows, whole owners, or takes them out where `sign` is -1. */
  take(start: number, end: number, sign: 1 | -1): void {
    const taken = this.#takenOf(start, end)
    const cells = this.#cellsOf(start, taken)
    for (let at = 0; at < cells.length; at++) if (int(cells, at) >= 0) add(this.facts, int(cells, at), sign)
    for (const [need, sumAt] of this.#sumAt.entries()) {
      if (sumAt) addAll(this.values[need] as Float64Array, cells, { start, sign, sumAt })
    }
    if (this.#unrated >= 0) this.#noteUnrated(start, cells, sign)
    if (this.#counters.length > 0) this.#countAll(start, cells, sign)
  }

  /** For each row nothing, or -1 where it takes no part. */
  #takenOf(start: number, end: number): Int32Array<ArrayBuffer> {
    const { owners } = this.#columns
    const { isIn, isAll } = this.plan
    const taken = new Int32Array(end - start)
    for (let row = start; row < end; row++) {
      const owner = int(owners, row)
      if (owner < 0 || !this.#passes(owner) || (!isAll && !isIn(row))) taken[row - start] = -1
    }
    return taken
  }

  /** Looks again at whether an owner takes part, when its facts come next. */
  forget(owner: number): void {
    if (owner < this.#passing.length) this.#passing[owner] = 0
  }

  #passes(owner: number): boolean {
    const { passes } = this.plan
    if (!passes) return true
    if (owner >= this.#passing.length) this.#passing = roomFor(this.#passing, owner + 1)
    const known = this.#passing[owner]
    if (known) return known === 1
    const is = passes(this.#columns.texts.textOf(owner) ?? '')
    this.#passing[owner] = is ? 1 : 2
    return is
  }

  /** The finest cell of each row of facts; below nothing: it lies in none. */
  #cellsOf(start: number, taken: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
    const { outer, inner, column } = this.plan
    const groupsBy = (axis: Axis | null) => {
      const groups = axis && taken.slice()
      if (groups) axis.fill(start, groups)
      return groups
    }
    const [first, second, third] = [groupsBy(outer), groupsBy(inner), groupsBy(column)]
    const cells = new Int32Array(taken.length)
    for (let at = 0; at < cells.length; at++) {
      const [one, two, three] = [groupIn(first, at), groupIn(second, at), groupIn(third, at)]
      const isIn = int(taken, at) >= 0 && one >= 0 && two >= 0 && three >= 0
      cells[at] = isIn ? this.#cell(this.rows.numberOf(one, two), three) : -1
    }
    return cells
  }

  #cell(row: number, column: number): number {
    const cell = this.cells.numberOf(row, column)
    if (cell >= this.facts.length) {
      this.facts = roomFor(this.facts, cell + 1)
      for (const [need, values] of this.values.entries()) this.values[need] = roomFor(values, this.facts.length)
    }
    return cell
  }

  /** Counts owner by owner: a row's is the one of the rows beside it. */
  #countAll(start: number, cells: Int32Array, sign: 1 | -1): void {
    const { owners } = this.#columns
    let touched = new Map<number, number>()
    for (let at = 0; at < cells.length; at++) {
      if (int(cells, at) >= 0) touched.set(int(cells, at), start + at)
      if (at + 1 < cells.length && owners[start + at] === owners[start + at + 1]) continue
      if (touched.size > 0) this.#count(touched, sign)
      touched = new Map()
    }
  }

  #noteUnrated(start: number, cells: Int32Array, sign: 1 | -1): void {
    const sums = this.#columns.sums[this.#unrated] as Float64Array
    for (let at = 0; at < cells.length; at++) {
      if (float(sums, start + at) !== 0 && int(cells, at) >= 0) this.#note(start + at, sign)
    }
  }

  /** Counts an owner in the cells that its facts lie in, and in those of all totals over them. */
  #count(touched: ReadonlyMap<number, number>, sign: 1 | -1): void {
    const all = new Map<number, number>()
    for (const [cell, row] of touched) for (const one of this.#totalsOf(cell)) all.set(one, row)
    for (const [cell, row] of all) for (const counter of this.#counters) this.#countIn(counter, cell, row, sign)
  }

  /** A cell, and those of its totals, by row and by column. */
  #totalsOf(cell: number): Set<number> {
    const [row, column] = [int(this.cells.firsts, cell), int(this.cells.seconds, cell)]
    const rows = [row, this.rows.numberOf(int(this.rows.firsts, row), 0), this.rows.numberOf(0, 0)]
    return new Set(rows.flatMap((one) => [this.#cell(one, column), this.#cell(one, 0)]))
  }

  #countIn(counter: Counter, cell: number, row: number, sign: 1 | -1): void {
    const values = this.values[counter.cells] as Float64Array
    if (!counter.axis) {
      add(values, cell, sign)
      return
    }
    const key = counter.axis.groupAt(row)
    if (key < 0 || counter.axis.keys[key] === null) return
    const pair = counter.owners.numberOf(cell, key)
    if (pair >= counter.counts.length) counter.counts = roomFor(counter.counts, pair + 1)
    const before = float(counter.counts, pair)
    counter.counts[pair] = before + sign
    if (before === 0) add(values, cell, 1)
    else if (before + sign === 0) add(values, cell, -1)
  }

  #note(row: number, sign: 1 | -1): void {
    const owner = int(this.#columns.owners, row)
    const count = (this.unrated.get(owner) ?? 0) + sign
    if (count > 0) this.unrated.set(owner, count)
    else this.unrated.delete(owner)
  }
}

/** Adds what rows from `start` on have of a sum to their cells. */
function addAll(
  values: Float64Array,
  cells: Int32Array,
  { start, sign, sumAt }: { readonly start: number; readonly sign: 1 | -1; readonly sumAt: (row: number) => number },
): void {
  for (let at = 0; at < cells.length; at++) {
    const cell = int(cells, at)
    if (cell >= 0) add(values, cell, sign * sumAt(start + at))
  }
}

/** The group of a row + 1; nothing without an axis. */
function groupIn(groups: Int32Array | null, at: number): number {
  if (!groups) return 0
  const group = int(groups, at)
  return group < 0 ? -1 : group + 1
}
