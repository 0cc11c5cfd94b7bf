import type { Measure } from '../ask.ts'

/** What a measure is written as. */
export type Unit = 'money' | 'quantity' | 'share' | 'hours' | 'count'

const MONEY: readonly Measure[] = [
  'sum',
  'vat',
  'cost',
  'profit',
  'average',
  'paid',
  'owed',
  'theyOwe',
  'weOwe',
  'overdue',
]

export function unitOf(measure: Measure): Unit {
  if (MONEY.includes(measure)) return 'money'
  if (measure === 'margin' || measure === 'share' || measure === 'answered') return 'share'
  return measure === 'quantity' || measure === 'hours' ? measure : 'count'
}

/** How many decimals its integers have; of money, as the currency has them. */
export function scaleOf(unit: Unit, moneyScale: number): number {
  return { money: moneyScale, quantity: 3, share: 2, hours: 2, count: 0 }[unit]
}

/** Whether more of it is worse. */
const WORSE: readonly Measure[] = ['owed', 'standing', 'late', 'days', 'theyOwe', 'weOwe', 'overdue', 'missed', 'cost']

/** What of events and calls is good or bad by itself. */
const JUDGED: readonly Measure[] = ['missed', 'answered']

/** Whether a change is for the better: 1, for the worse: -1, or neither. Losses are worse the more there are. */
export function turnOf(source: string, measure: Measure, change: number): -1 | 0 | 1 {
  const isOfWork = source === 'events' || source === 'calls'
  const isTold = change !== 0 && measure !== 'vat' && (!isOfWork || JUDGED.includes(measure))
  if (!isTold) return 0
  const sign = change > 0 ? 1 : -1
  return source === 'losses' || WORSE.includes(measure) ? (-sign as -1 | 1) : sign
}

/** What a figure has become since an earlier one. */
export interface Change {
  readonly difference: number
  /** Hundredths of a percent of the earlier one, rounded half up; null: it was nothing, or both are shares. */
  readonly percent: number | null
}

/** Null where one of them is not known. */
export function changeOf(measure: Measure, now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null
  const difference = now - before
  const isShare = unitOf(measure) === 'share'
  return {
    difference,
    percent: before === 0 || isShare ? null : Math.floor((difference / Math.abs(before)) * 10_000 + 0.5),
  }
}
