import type { Collection, Row } from '../../records/declarations/collection.ts'
import type { Measure } from '../ask.ts'
import type { Fact, FactColumns, Layout } from '../facts/columns.ts'
import type { Known } from './known.ts'

/** What a measure is worked out from: a sum of the facts by its name, how many owners have a fact, how many keys of a dimension. */
export type Need = string | { readonly count: 'owners' } | { readonly distinct: string }

/** How a measure is worked out of what it needs. */
export interface MeasureOf {
  readonly needs: readonly Need[]
  /** `whole`: the same needs in all rows of the column. */
  figure(values: readonly number[], whole: readonly number[]): number | null
  /** Only owners with such a fact stand behind the measure: one whose sum of this name is not nothing. */
  readonly behind?: string
  /** Its figures change with those of all rows. */
  readonly isOfWhole?: boolean
}

/** The moment that a report is made for: a day, and the instant at which it is looked at, ms. */
export interface Moment {
  readonly day: number
  readonly at: number
}

/**
 * Reads something of each row of a stretch, from `start` on; good until it reads another one. A stretch has all rows of each
 * owner in it.
 */
export type ReadInts = (start: number, count: number) => Int32Array
export type ReadFloats = (start: number, count: number) => Float64Array

/** What of facts depends on the moment. */
export interface Momentary {
  /** Numbers of keys among the columns' texts; -1: without. */
  readonly keys?: { readonly [dimension: string]: ReadInts }
  readonly sums?: { readonly [name: string]: ReadFloats }
  /** Puts 0 for each row of a stretch that does not count. Without it, all do. */
  readonly counts?: (start: number, taken: Int32Array) => void
}

/** Where facts come from, and what is measured by them (SPEC RP2). */
export interface Source<C extends Collection = Collection> extends Layout {
  /** The collection whose records own the facts. */
  readonly of: C
  factsOf(row: Row<C>, known: Known): readonly Fact[]
  readonly measures: { readonly [M in Measure]?: MeasureOf }
  /** Where facts mean something else at another moment: what of them. Its columns have no days that reports are bounded by, if `unbounded`. */
  readonly momentary?: (columns: FactColumns, known: Known, moment: Moment) => Momentary
  readonly isUnbounded?: boolean
}
