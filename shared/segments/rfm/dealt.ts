import { dayNumber } from '../../reports/facts/days.ts'
import { OwnRows } from '../criteria/reading.ts'
import { ALWAYS } from '../criteria/within.ts'
import { reckoning } from '../facts/reckon.ts'
import type { SegmentGround } from '../ground.ts'
import type { Dealt } from './scores.ts'

/** Reads what customers are ranked by, of those orders that were not cancelled; null: there are none. Good for one pass. */
export function dealtBy(ground: SegmentGround): (customer: string) => Dealt | null {
  const rows = new OwnRows(ground, 'dealings')
  const today = dayNumber(ground.around().today) ?? 0
  const by = { columns: rows.facts.columns, span: ALWAYS, today, product: ground.product }
  const [since, count, sum] = ['since', 'count', 'sum'].map((name) => reckoning('orders', name, by))
  return (customer) => {
    const of = rows.of(customer)
    const [frequency, days] = [count?.(of), since?.(of)]
    return frequency === 0 ? null : { recency: -Number(days), frequency: Number(frequency), money: Number(sum?.(of)) }
  }
}
