import type { CellWrite } from '../commands.ts'
import type { PlanMeasure } from '../sheet/sheet.ts'
import { figureAt, type Target } from './fill.ts'
import { spreadInSteps, taken } from './rule.ts'

/** Which cells are changed: the places of rows and periods. */
export interface Scope {
  readonly rows: readonly number[]
  readonly periods: readonly number[]
  readonly measure: PlanMeasure
}

/** A target whose rows are there. */
export interface ChangedPlan extends Target {
  readonly rows: readonly (Target['rows'][number] & { readonly id: string })[]
}

/** What is done to cells. */
export type Deed =
  /** Hundredths of a percent of what stands there; empty cells stay empty. */
  | { readonly what: 'multiply'; readonly percent: number; readonly step: number }
  | { readonly what: 'spread'; readonly whole: number; readonly step: number; readonly by: Weights }
  | { readonly what: 'clear' }

/** By what a sum is spread: evenly, by what stands in the cells, or by figures for each cell, row by row. */
export type Weights = 'evenly' | 'present' | readonly number[]

/** What a deed would write; cells that it leaves as they are are not among it (SPEC PN11). */
export function changed(plan: ChangedPlan, scope: Scope, deed: Deed): CellWrite[] {
  const cells = scope.rows.flatMap((row) => scope.periods.map((period) => ({ row, period })))
  const present = cells.map(({ row, period }) => figureAt(plan, scope.measure, row, period))
  const next = nextOf(present, deed)
  return cells.flatMap(({ row, period }, i) => {
    const [id, of] = [plan.rows[row]?.id, plan.periods[period]?.id]
    const value = next[i] ?? null
    if (id === undefined || of === undefined || value === present[i]) return []
    return [{ row: id, period: of, [scope.measure]: value }]
  })
}

function nextOf(present: readonly (number | null)[], deed: Deed): readonly (number | null)[] {
  if (deed.what === 'clear') return present.map(() => null)
  if (deed.what === 'multiply') return present.map((figure) => (figure === null ? null : taken(figure, deed)))
  return spreadInSteps(deed.whole, weightsOf(present, deed.by), deed.step)
}

function weightsOf(present: readonly (number | null)[], by: Weights): readonly number[] {
  if (by === 'evenly') return present.map(() => 1)
  return by === 'present' ? present.map((figure) => figure ?? 0) : by
}
