import type { Plan } from '../../../../shared/plans/collections.ts'
import type { Period } from '../../../../shared/plans/periods.ts'
import type { Cells, Figures, Outside } from '../../../../shared/plans/sheet/sheet.ts'
import type { Parted } from '../../../../shared/records/reading/overwritten.ts'

/** A plan of sales with all that is planned, kept while others fill it. */
export interface PlanQuery {
  readonly what: 'plan'
  readonly id: string
}

/** What was overwritten unseen in the cells of a plan, kept while it is filled. */
export interface PlanApartQuery {
  readonly what: 'planApart'
  readonly id: string
}

export interface PlanApartAnswer {
  readonly what: 'planApart'
  /** Rows of which something is to be decided, by id. */
  readonly rows: readonly { readonly id: string; readonly apart: readonly Parted[] }[]
}

/** A row of a plan, and the names of what it is about; of what was removed that stands in `lost`. */
export interface SheetRow {
  readonly id: string
  readonly first: string | null
  readonly second: string | null
  readonly place: string | null
  readonly names: readonly [first: string | null, second: string | null]
  /** Whether the category, manager, product of it is not there any more. */
  readonly lost: readonly [first: boolean, second: boolean]
}

/** A row that waits for other analytics than the plan has (plans/SPEC PN6), and what is planned in it. */
export interface AstrayRow extends SheetRow, Figures {
  readonly firstBy: Plan['first']
  readonly secondBy: Plan['second']
}

/** Another plan that plans the same (plans/SPEC PN9). */
export interface OtherPlan extends Pick<Plan, 'id' | 'from' | 'until' | 'date'> {
  readonly number: string | null
}

/** A plan: whole, or the rows that have changed since the last answer (`putPlanTogether`). */
export interface PlanAnswer {
  readonly what: 'plan'
  readonly whole: boolean
  /** Null while it is not here. */
  readonly plan: Plan | null
  readonly overlaps: readonly OtherPlan[]
  readonly periods: readonly Period[]
  /** All rows in their order; or those that changed. */
  readonly rows: readonly SheetRow[]
  /** Where these stand among all; of a whole answer none. */
  readonly at: readonly number[]
  /** Of these rows. */
  readonly cells: Cells
  readonly outside: readonly Outside[]
  readonly astray: readonly AstrayRow[]
}
