import { addDays } from '../../time/days.ts'
import type { Analytic, Plan, PlanRow } from '../collections.ts'
import { type Period, periodsOf } from '../periods.ts'
import type { RowKeys } from '../rows.ts'
import { type Cells, emptyCells, rowsOfSheet } from '../sheet/sheet.ts'
import { add } from './figures.ts'

/** More plans than these do not stand side by side. */
export const MOST_PLANS = 4

/** A plan with its rows, removed ones among them or not. */
export interface PlanWithRows {
  readonly plan: Plan
  readonly rows: readonly PlanRow[]
}

/** What plans have in common (SPEC PF7). */
export interface Scale {
  readonly first: Analytic | null
  readonly second: Analytic | null
  readonly periods: readonly Period[]
  readonly rows: readonly RowKeys[]
}

/** What one plan plans, on a common scale. */
export interface Planned {
  /** Whether its rows are those of the scale; otherwise it counts in the totals alone. */
  readonly fits: boolean
  readonly cells: Cells
  /** Of all rows, by period. */
  readonly totals: Cells
}

/** The scale that plans are held against facts on; the first of them says the analytics. */
export function scaleOf(plans: readonly PlanWithRows[]): Scale {
  const { first = null, second = null } = plans[0]?.plan ?? {}
  const rows = new Map<string, RowKeys>()
  for (const { plan, rows: own } of plans) {
    if (plan.first !== first || plan.second !== second) continue
    for (const row of rowsOfSheet(plan, own).fitting) rows.set(rowKey(row), { first: row.first, second: row.second })
  }
  return { first, second, periods: commonPeriods(plans.map(({ plan }) => plan)), rows: [...rows.values()] }
}

/** Puts what a plan plans onto the scale. */
export function plannedOn(scale: Scale, { plan, rows }: PlanWithRows): Planned {
  const fits = plan.first === scale.first && plan.second === scale.second
  const places = new Map(scale.rows.map((row, at) => [rowKey(row), at]))
  const ends = placesOfPeriods(scale.periods, periodsOf(plan))
  const count = scale.periods.length
  const planned = { fits, cells: emptyCells(scale.rows.length, count), totals: emptyCells(1, count) }
  for (const row of rowsOfSheet(plan, rows).fitting) {
    const at = fits ? places.get(rowKey(row)) : undefined
    for (const { id, sum, quantity } of row.cells) {
      const period = ends.get(id)
      if (period === undefined) continue
      add(planned.totals, period, sum ?? 0, quantity ?? 0)
      if (at !== undefined) add(planned.cells, at * count + period, sum ?? 0, quantity ?? 0)
    }
  }
  return planned
}

/** In which common period each of a plan's own lies, by its first day. */
function placesOfPeriods(common: readonly Period[], own: readonly Period[]): ReadonlyMap<string, number> {
  let at = 0
  return new Map(
    own.map(({ id }) => {
      while (at < common.length - 1 && (common[at]?.until ?? '') < id) at++
      return [id, at]
    }),
  )
}

/** The shortest periods that no period of any plan reaches across. */
function commonPeriods(plans: readonly Plan[]): Period[] {
  const cuts = plans.map(periodsOf).filter((periods) => periods.length > 0)
  const [only, ...others] = cuts
  if (only && others.length === 0) return only.map(({ from, until }) => ({ id: from, from, until }))
  const begins = new Set(cuts.flatMap((periods) => [...periods.map(({ from }) => from), dayBehind(periods)]))
  const clear = [...begins].sort().filter((day) => cuts.every((periods) => isClear(periods, day)))
  return clear.slice(0, -1).map((from, at) => ({ id: from, from, until: addDays(clear[at + 1] ?? from, -1) }))
}

function isClear(periods: readonly Period[], day: string): boolean {
  return !periods.some(({ from, until }) => from < day && day <= until)
}

function dayBehind(periods: readonly Period[]): string {
  return addDays(periods.at(-1)?.until ?? '', 1)
}

function rowKey({ first, second }: RowKeys): string {
  return JSON.stringify([first, second])
}
