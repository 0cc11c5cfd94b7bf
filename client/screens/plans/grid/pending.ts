/** What was typed here and is not yet in an answer, by row, period and measure. */
interface Written {
  readonly value: number | null
  /** The worker has it: the next answer says how it stands. */
  isTold: boolean
}

/** A cell by what it is, wherever it is drawn: `row period measure`. */
export type CellKey = string

/**
 * What is typed stands at once, whatever older answers say meanwhile: an answer that has it confirms it, the first one after the
 * worker took it decides.
 */
export class Pending {
  readonly #cells = new Map<CellKey, Written>()

  /** Keeps what was typed; gives what tells that the worker has it, or has refused it. */
  put(cells: readonly (readonly [CellKey, number | null])[]) {
    const written = cells.map(([key, value]) => {
      const one: Written = { value, isTold: false }
      this.#cells.set(key, one)
      return [key, one] as const
    })
    return {
      told() {
        for (const [, one] of written) one.isTold = true
      },
      refused: () => {
        for (const [key, one] of written) if (this.#cells.get(key) === one) this.#cells.delete(key)
      },
    }
  }

  /** What is to be shown of a cell where an answer says `value`. */
  over(key: CellKey, value: number | null): number | null {
    const one = this.#cells.get(key)
    if (!one) return value
    if (one.isTold || one.value === value) this.#cells.delete(key)
    return one.isTold ? value : one.value
  }

  get isEmpty(): boolean {
    return this.#cells.size === 0
  }
}
