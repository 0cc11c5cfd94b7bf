import type { Momentary } from '../../sources/source.ts'
import { NO_GROUP } from './groups.ts'

/** A way to tell facts apart: the groups that rows belong to. */
export interface Axis {
  /**
   * Puts the groups of a stretch of rows, from `start` on. `taken`: -1 for each row that takes part, which is all bits of a number;
   * 0, as a row in no group has, for each that does not. Where rows can be in several groups at once (`groupsOf`), sets of groups are put.
   */
  fill(start: number, taken: Int32Array, into: Int32Array): void
  /** The keys of the groups, in the order of their numbers. */
  readonly keys: readonly (string | null)[]
  /** The groups of a set; left out: what is put are groups. */
  groupsOf?(set: number): readonly number[]
  /** The same groups for facts of an earlier period. */
  earlier(by: EarlierFacts): Axis
}

/** How facts of an earlier period are looked at: the day that each of its days stands for, and what depends on its moment. */
export interface EarlierFacts {
  readonly shift: (day: number) => number
  readonly momentary: Momentary
}

const NONE: readonly number[] = []

/** The groups of a row, by what its axis has put for it: none, one, or those of a set. */
export function groupsIn(axis: Axis | null, put: number): readonly number[] {
  if (put === NO_GROUP) return NONE
  return axis?.groupsOf?.(put) ?? [put]
}
