import { standing } from '../../movements/facts.ts'
import { movementsOf } from '../../movements/movements.ts'
import { signedSum } from '../../movements/tally.ts'
import type { Moving } from '../../movements/types.ts'
import { DAY_MS } from '../../time/days.ts'
import { type Entry, unsettled } from './unsettled.ts'

/** How long ago a debt arose: the first day of each bucket, until the next one; the last has no end. */
const AGES = [0, 30, 60, 90] as const
/** What a customer owes is overdue behind so many days. */
const TERM = 30

/** A part of what is owed by one order, minor units of its currency. */
export interface DebtFact {
  /** When it arose: the plain day, since 1970. */
  readonly day: number
  /** One of AGES, as a key of the dimension `age`. */
  readonly age: string
  readonly theyOwe: number
  readonly weOwe: number
  readonly overdue: number
}

/** What raised and lowered the debt of an order, by days of a zone: sales and returns, payments and refunds (SPEC RP41). */
export function debtEntriesOf(order: Moving, dayOf: (instant: number) => string): readonly Entry[] {
  if (order.gone || !order.posted) return []
  return [
    ...movementsOf(order).sales.map(({ day, at, sum }) => ({ day: numberOf(day ?? dayOf(at ?? 0)), sum })),
    ...standing(order.payments).map((payment) => ({
      day: numberOf(payment.date ?? dayOf(payment.at ?? payment.madeAt)),
      sum: 0 - signedSum(payment),
    })),
  ]
}

/** The parts of an order's debt at the end of a day (YYYY-MM-DD), the oldest first; none where all is settled. */
export function debtFactsOf(entries: readonly Entry[], until: string): readonly DebtFact[] {
  const end = numberOf(until)
  return unsettled(entries, end).map(({ day, sum }) => {
    const days = end - day
    const theyOwe = Math.max(0, sum)
    return { day, age: ageOf(days), theyOwe, weOwe: Math.max(0, -sum), overdue: days > TERM ? theyOwe : 0 }
  })
}

function ageOf(days: number): string {
  return String(AGES.findLast((least) => days >= least) ?? AGES[0])
}

/** A plain day as their number since 1970. */
function numberOf(day: string): number {
  return Date.parse(day) / DAY_MS
}
