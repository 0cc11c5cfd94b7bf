import { int, roomFor } from '../../funnel/columns/cells.ts'
import type { FactColumns } from '../facts/columns.ts'
import type { Plan } from '../plan.ts'

/** What is known of an owner. */
const [UNKNOWN, PASSES, PASSES_NOT] = [0, 1, 2]

/** Says which facts take part in a report. */
export class Taking {
  readonly #columns: FactColumns
  readonly #plan: Plan
  /** By owner's number. */
  #known = new Uint8Array(0)

  constructor(columns: FactColumns, plan: Plan) {
    this.#columns = columns
    this.#plan = plan
  }

  /** Looks again at whether an owner takes part, when its facts come next. */
  forget(owner: number): void {
    if (owner < this.#known.length) this.#known[owner] = UNKNOWN
  }

  /** Puts -1, all bits of a number, for each row of a stretch from `start` on that takes part, else 0. */
  fill(start: number, taken: Int32Array): void {
    const { owners, days } = this.#columns
    const { passes, period, momentary } = this.#plan
    for (let at = 0; at < taken.length; at++) taken[at] = ~(int(owners, start + at) >> 31)
    if (period) leaveOut(days, start, taken, period)
    if (passes) {
      for (let at = 0; at < taken.length; at++) {
        if (int(taken, at) !== 0 && !this.#passes(passes, int(owners, start + at))) taken[at] = 0
      }
    }
    momentary.counts?.(start, taken)
  }

  #passes(passes: (owner: string) => boolean, owner: number): boolean {
    this.#known = roomFor(this.#known, owner + 1)
    const known = this.#known[owner]
    if (known) return known === PASSES
    const is = passes(this.#columns.texts.textOf(owner) ?? '')
    this.#known[owner] = is ? PASSES : PASSES_NOT
    return is
  }
}

function leaveOut(days: Int32Array, start: number, taken: Int32Array, [first, last]: readonly [number, number]): void {
  for (let at = 0; at < taken.length; at++) {
    const day = int(days, start + at)
    if (day < first || day > last) taken[at] = 0
  }
}
