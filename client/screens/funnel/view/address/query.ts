import type { Condition, FunnelQuery } from '../../../../data/queries/query.ts'
import type { FunnelView } from '../view.ts'
import { type Days, daysOf, spanOf } from './period.ts'

/** What a report depends on besides the view. */
export interface Surroundings {
  /** The plain date of now in the zone, and the instant itself, which may be some seconds old. */
  readonly today: string
  readonly now: number
  readonly zone: string
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
    kinds: view.kinds.length === 0 ? null : view.kinds,
    sort: view.sort === 'all' ? null : view.sort,
    period: { ...span, basis: view.basis },
    moment: momentOf(view, around),
    mode: view.mode,
    by: view.by,
    filter: [...among('responsible', view.managers), ...among('department', view.departments)],
    search: view.search,
    spread: view.columns.includes('median') || view.columns.includes('p90'),
    worked: view.columns.includes('worked'),
  }
}

function among(field: string, values: readonly string[]): Condition[] {
  return values.length === 0 ? [] : [{ field, is: 'in', values }]
}
