import { roomFor } from '../../funnel/columns/cells.ts'

/** What is noted of a stretch of rows: whether they take part, their groups by one axis and another, the rows of the report. */
interface Noted {
  readonly taken: Int32Array
  readonly one: Int32Array
  readonly other: Int32Array
  readonly rows: Int32Array
}

/** Room for that, used again for each stretch: making it anew would take longer than filling it. */
export class Rooms {
  #all = new Int32Array(0)

  /** For so many rows; whatever stands there. */
  of(count: number): Noted {
    this.#all = roomFor(this.#all, 4 * count)
    const at = (n: number) => this.#all.subarray(n * count, (n + 1) * count)
    return { taken: at(0), one: at(1), other: at(2), rows: at(3) }
  }
}
