import { Temporal } from 'temporal-polyfill'
import type { FunnelView } from '../view.ts'
import { type Days, wholeMonths } from './period.ts'
import { daysOfView } from './query.ts'

/**
 * The days beside those of a view; null where nothing stands there. A period that still runs is looked at up to today, and so is the
 * one beside it: so many days are compared with as many.
 */
export function daysBeside(view: FunnelView, today: string): Days | null {
  const { beside, besideFrom, besideTo } = view
  if (beside === 'own') return besideFrom === null && besideTo === null ? null : { from: besideFrom, to: besideTo }
  const days = daysOfView(view, today)
  if (beside === 'none' || days.from === null || days.to === null || days.to < days.from) return null
  const runs = days.from <= today && today < days.to
  const back = backBy({ from: days.from, to: days.to }, beside)
  return { from: back(days.from), to: backOfEnd(back, runs ? today : days.to) }
}

/** Moves a plain date back: by a year, or by as much as the days are, whole months as months. */
function backBy({ from, to }: { readonly from: string; readonly to: string }, beside: 'previous' | 'lastYear') {
  const months = beside === 'lastYear' ? 12 : wholeMonths({ from, to })
  const days = Temporal.PlainDate.from(from).until(to).days + 1
  const step = months > 0 ? { months } : { days }
  return (date: string) => Temporal.PlainDate.from(date).subtract(step).toString()
}

/** The last day moves with the day after it, so that ends of months stay ends of months. */
function backOfEnd(back: (date: string) => string, last: string): string {
  const after = back(Temporal.PlainDate.from(last).add({ days: 1 }).toString())
  return Temporal.PlainDate.from(after).subtract({ days: 1 }).toString()
}
