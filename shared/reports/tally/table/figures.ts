import { add, float, int } from '../../../funnel/columns/cells.ts'
import { FIRST_GROUP } from '../axes/groups.ts'
import type { Tally } from '../tally.ts'

/** Where figures of cells stand: of groups of the columns, each a place among `width`; that of all is the last; -1: nowhere. */
export interface Places {
  readonly width: number
  /** By group. */
  readonly of: Int32Array
}

/** The sums of rows: of each, need by need, in each the columns in their order, then the row's total. */
export class RowSums {
  readonly #length: number
  /** By row, its place among `#sums` + 1; nothing: it was not asked for. */
  readonly #slots: Int32Array
  readonly #sums: Float64Array

  /** `wanted`: 1 for each row that is asked for. */
  constructor(tally: Tally, wanted: Uint8Array, places: Places) {
    this.#length = tally.plan.needs.length * places.width
    this.#slots = new Int32Array(wanted.length)
    let count = 0
    for (let row = 0; row < wanted.length; row++) if (wanted[row] === 1) this.#slots[row] = ++count
    this.#sums = new Float64Array(count * this.#length)
    for (const need of tally.plan.needs.keys()) {
      if (tally.isInTotals(need)) this.#put(tally, need, places)
      else this.#addUp(tally, need, places)
    }
  }

  of(row: number): Float64Array {
    const slot = int(this.#slots, row) - 1
    return this.#sums.subarray(slot * this.#length, (slot + 1) * this.#length)
  }

  /** What is summed stands in the finest cells, and is added to the rows over them. */
  #addUp(tally: Tally, need: number, { width, of }: Places): void {
    const { cells } = tally
    const [values, all] = [tally.values(need), cells.allRow]
    for (let cell = 1; cell < Math.min(values.length, cells.size); cell++) {
      const place = cells.isInUse(cell) ? int(of, cells.columnOf(cell)) : -1
      if (place < 0) continue
      const row = cells.rowOf(cell)
      const outer = cells.outerOf(row)
      const at = need * width + place
      const value = float(values, cell)
      this.#add(row, at, value)
      if (outer !== row) this.#add(outer, at, value)
      if (all !== row && all !== outer) this.#add(all, at, value)
    }
    this.#addTotals(need, width, of)
  }

  #add(row: number, at: number, value: number): void {
    const slot = int(this.#slots, row) - 1
    if (slot >= 0) add(this.#sums, slot * this.#length + at, value)
  }

  /** The totals of rows, where there are columns. */
  #addTotals(need: number, width: number, { length }: Int32Array): void {
    if (length === FIRST_GROUP) return
    for (let from = need * width; from < this.#sums.length; from += this.#length) {
      for (let at = from; at < from + width - 1; at++) add(this.#sums, from + width - 1, float(this.#sums, at))
    }
  }

  /** What stands in every cell, those of totals among them. */
  #put(tally: Tally, need: number, { width, of }: Places): void {
    const { cells } = tally
    const values = tally.values(need)
    for (let cell = 1; cell < Math.min(values.length, cells.size); cell++) {
      const place = int(of, cells.columnOf(cell))
      const slot = int(this.#slots, cells.rowOf(cell)) - 1
      if (place >= 0 && slot >= 0) this.#sums[slot * this.#length + need * width + place] = float(values, cell)
    }
  }
}
