import type { Written } from '../../../../shared/records/writing/transaction.ts'

/** How many acts can be undone. */
const KEPT = 200

/** What this device did since it was opened, for undoing it. */
export class Acts {
  readonly #acts = new Map<number, readonly Written[]>()
  /** Numbers that an earlier worker gave, and some page still offers to undo, are not given again. */
  #next = Date.now()

  /** Notes an act's writes and gives its number; the oldest acts are forgotten. */
  add(written: readonly Written[]): number {
    const act = this.#next++
    this.#acts.set(act, written)
    this.#acts.delete(act - KEPT)
    return act
  }

  /** The writes of an act; none for one that is forgotten. */
  get(act: number): readonly Written[] {
    return this.#acts.get(act) ?? []
  }
}
