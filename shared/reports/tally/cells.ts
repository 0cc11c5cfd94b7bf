import { add, float, int, roomFor } from '../../funnel/columns/cells.ts'
import { ALL_GROUPS } from './axes/groups.ts'
import { Pairs } from './pairs.ts'

/** A cell has this many totals at most, beside itself: over the inner dimension, over the outer, over columns. */
const TOTALS = 5

/**
 * Cells of rows and columns, with how many facts they have. A row is a pair of groups of the outer and the inner dimension, a cell
 * a row and a group of the columns. Cell 0 is that of what takes no part.
 */
export class Cells {
  readonly rows: Pairs
  /** Of a row and a column's group. */
  readonly pairs = new Pairs()
  /** How many facts, by cell; those of totals have none. */
  facts = new Float64Array(0)
  /** So many places for each cell: the cells of all totals over it, then -1; 0: not looked for yet. */
  #totals = new Int32Array(0)

  /** `rows`: those of other cells by the same groups, whose numbers are to be shared. */
  constructor(rows: Pairs) {
    this.rows = rows
  }

  get size(): number {
    return this.pairs.size
  }

  /** The row of a cell. */
  rowOf(cell: number): number {
    return int(this.pairs.firsts, cell)
  }

  columnOf(cell: number): number {
    return int(this.pairs.seconds, cell)
  }

  /** The row of all facts. */
  get allRow(): number {
    return this.rows.numberOf(ALL_GROUPS, ALL_GROUPS)
  }

  /** The row of all inner groups over a row. */
  outerOf(row: number): number {
    return this.rows.numberOf(int(this.rows.firsts, row), ALL_GROUPS)
  }

  /** Adds a fact to a cell, or takes it out. */
  countOne(cell: number, sign: 1 | -1): void {
    this.facts = roomFor(this.facts, this.size)
    add(this.facts, cell, sign)
  }

  /** Adds a fact to each cell of a stretch, or takes it out. */
  count(cells: Int32Array, sign: 1 | -1): void {
    const facts = roomFor(this.facts, this.size)
    this.facts = facts
    for (let at = 0; at < cells.length; at++) add(facts, int(cells, at), sign)
  }

  isInUse(cell: number): boolean {
    return cell > 0 && cell < this.facts.length && float(this.facts, cell) > 0
  }

  /** Calls with a cell and with each of its totals. */
  eachOver(cell: number, take: (cell: number) => void): void {
    this.#totals = roomFor(this.#totals, (cell + 1) * TOTALS)
    if (int(this.#totals, cell * TOTALS) === 0) this.#findTotals(cell)
    take(cell)
    for (let at = cell * TOTALS; at < (cell + 1) * TOTALS && int(this.#totals, at) > 0; at++) {
      take(int(this.#totals, at))
    }
  }

  #findTotals(cell: number): void {
    const [row, column] = [this.rowOf(cell), this.columnOf(cell)]
    const rows = new Set([row, this.outerOf(row), this.allRow])
    const all = new Set(
      Array.from(rows).flatMap((one) => [this.pairs.numberOf(one, column), this.pairs.numberOf(one, ALL_GROUPS)]),
    )
    all.delete(cell)
    this.#totals = roomFor(this.#totals, (cell + 1) * TOTALS)
    let at = cell * TOTALS
    this.#totals.fill(-1, at, at + TOTALS)
    for (const one of all) this.#totals[at++] = one
  }
}
