import type { Condition, FunnelQuery } from '../../../data/queries/query.ts'
import { type Days, daysOf, spanOf } from './period.ts'
import type { FunnelView } from './view.ts'

/** What a report depends on besides the view. */
export interface Surroundings {
  /** The plain date of now in the zone, and the instant itself, which may be some seconds old. */
  readonly today: string
  readonly now: number
  readonly zone: string
  /** All kinds that are not removed, in the order of their blocks. */
  readonly kinds: readonly { readonly id: string; readonly sort: string | null }[]
}

/** The days of a view's period. */
export function daysOfView({ period, from, to }: FunnelView, today: string): Days {
  return daysOf(period, today, { from, to })
}

/** The report's moment: the end of a period that is over, where that is asked for; else now, which moves on. */
export function momentOf(view: FunnelView, { today, zone, now }: Surroundings): number | 'now' {
  const { to } = spanOf(daysOfView(view, today), zone)
  return view.moment === 'end' && to <= now ? to : 'now'
}

/** The query that answers a view. */
export function queryOf(view: FunnelView, around: Surroundings): FunnelQuery {
  const span = spanOf(daysOfView(view, around.today), around.zone)
  return {
    what: 'funnel',
    kinds: kindsOf(view, around),
    period: { ...span, basis: view.basis },
    moment: momentOf(view, around),
    mode: view.mode,
    by: view.by,
    filter: [...among('responsible', view.managers), ...among('department', view.departments)],
    search: view.search,
    spread: view.columns.includes('median') || view.columns.includes('p90'),
  }
}

/** The kinds to report; all of them are asked for without names, so that a new one comes in by itself. */
function kindsOf({ sort, kinds }: FunnelView, around: Surroundings): string[] | null {
  if (sort === 'all' && kinds.length === 0) return null
  const fits = around.kinds.filter((kind) => sort === 'all' || kind.sort === sort)
  return fits.filter((kind) => kinds.length === 0 || kinds.includes(kind.id)).map((kind) => kind.id)
}

function among(field: string, values: readonly string[]): Condition[] {
  return values.length === 0 ? [] : [{ field, is: 'in', values }]
}
