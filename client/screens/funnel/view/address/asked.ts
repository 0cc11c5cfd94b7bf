import type { FunnelQuery } from '../../../../data/queries/query.ts'
import { type FunnelView, OF_BESIDE, OF_PERIOD } from '../view.ts'
import { daysBeside } from './beside.ts'
import { type Days, daysOfMonth } from './period.ts'
import { daysOfView, queryOf, type Surroundings } from './query.ts'

/** Days and the query of their report. */
export interface Asked {
  readonly days: Days
  readonly query: FunnelQuery
}

/** What a view's figure is of: its period, the one beside it, or a month; null where nothing stands there. */
export function askedOf(view: FunnelView, around: Surroundings): Asked | null {
  const days = daysFor(view, around.today)
  return days && askedFor(view, days, around)
}

/** The view's report over other days. */
export function askedFor(view: FunnelView, days: Days, around: Surroundings): Asked {
  return { days, query: queryOf({ ...view, ...days, period: 'custom' }, around) }
}

function daysFor(view: FunnelView, today: string): Days | null {
  if (view.figureOf === OF_PERIOD) return daysOfView(view, today)
  return view.figureOf === OF_BESIDE ? daysBeside(view, today) : daysOfMonth(view.figureOf)
}
