import type { Momentary } from '../../sources/source.ts'

/** A way to tell facts apart: the groups that rows belong to. */
export interface Axis {
  /**
   * Puts the groups of a stretch of rows, from `start` on. `taken`: -1 for each row that takes part, which is all bits of a number;
   * 0, as a row in no group has, for each that does not.
   */
  fill(start: number, taken: Int32Array, into: Int32Array): void
  /** The keys of the groups, in the order of their numbers. */
  readonly keys: readonly (string | null)[]
  /** The same groups for facts of an earlier period. */
  earlier(by: EarlierFacts): Axis
}

/** How facts of an earlier period are looked at: the day that each of its days stands for, and what depends on its moment. */
export interface EarlierFacts {
  readonly shift: (day: number) => number
  readonly momentary: Momentary
}
