import type { Plan } from '../../../../../shared/plans/collections.ts'
import type { AheadSheet } from '../../../../../shared/plans/fact/ahead.ts'
import type { Pace } from '../../../../../shared/plans/fact/pace.ts'
import type { Planned } from '../../../../../shared/plans/fact/scale.ts'
import type { FactSheet } from '../../../../../shared/plans/fact/tally.ts'
import type { Period } from '../../../../../shared/plans/periods.ts'
import type { RowKeys } from '../../../../../shared/plans/rows.ts'

/** Plans held against what was sold, kept while orders, shipments and plans change (plans/fact/SPEC). */
export interface PlanFactQuery {
  readonly what: 'planFact'
  /** One, or up to four side by side. */
  readonly plans: readonly string[]
  /** How many months of orders say what becomes of open ones. */
  readonly months: number
}

/** A row, by what it is about, with names; of a category its text. */
export interface FactRow extends RowKeys {
  readonly names: readonly [first: string | null, second: string | null]
}

/** One of the plans, and what it plans on the common periods and rows. */
export interface HeldPlan extends Planned, Pick<Plan, 'id' | 'from' | 'until' | 'date' | 'periodicity' | 'quantities'> {
  readonly number: string | null
  readonly scenario: string | null
}

export interface PlanFactAnswer extends Pick<Plan, 'first' | 'second'> {
  readonly what: 'planFact'
  /** Those that are here, in the order in which they were asked for. */
  readonly plans: readonly HeldPlan[]
  readonly periods: readonly Period[]
  readonly rows: readonly FactRow[]
  readonly fact: FactSheet
  /** How many orders have no rate: of them nothing stands in the facts. */
  readonly unrated: number
  /** What open orders are expected to bring. */
  readonly ahead: AheadSheet
  readonly pace: Pace
}

/** The lines behind a figure of facts, or of what is expected. */
export interface PlanFactBehindQuery {
  readonly what: 'planFactBehind'
  readonly of: 'fact' | 'ahead'
  readonly plans: readonly string[]
  readonly months: number
  /** Null: of all rows and of none. */
  readonly row: RowKeys | 'outside' | null
  /** The places of the first period and the last. */
  readonly periods: readonly [from: number, until: number]
}

/** What was sold of one line of an order on a day, or what is left of it and expected by then. */
export interface LineBehind {
  readonly order: string
  readonly sort: string | null
  readonly number: string | null
  readonly customer: string | null
  readonly product: string | null
  readonly day: string
  readonly sum: number
  readonly quantity: number
  /** Of what is expected: the share with which it counts, and what of it is left in all. */
  readonly weight?: {
    readonly won: number
    readonly ended: number
    readonly sum: number
    readonly state: string | null
  }
}

export interface PlanFactBehindAnswer {
  readonly what: 'planFactBehind'
  readonly lines: readonly LineBehind[]
}
