import { add, float, int, roomFor } from '../../funnel/columns/cells.ts'
import type { ReadFloats } from '../sources/source.ts'

/** Adds a sum of facts up, by cell. What takes no part is heaped up in cell 0. */
export class Adder {
  /** By cell. */
  values = new Float64Array(0)
  readonly #sumsIn: ReadFloats

  /** `sumsIn`: what rows have of the sum. */
  constructor(sumsIn: ReadFloats) {
    this.#sumsIn = sumsIn
  }

  /** Takes in a stretch of rows from `start` on, by their cells, or takes it out. `size`: one more than the last cell. */
  take(start: number, cells: Int32Array, sign: 1 | -1, size: number): void {
    const sums = this.#sumsIn(start, cells.length)
    const values = roomFor(this.values, size)
    this.values = values
    for (let at = 0; at < cells.length; at++) add(values, int(cells, at), sign * float(sums, at))
  }
}
