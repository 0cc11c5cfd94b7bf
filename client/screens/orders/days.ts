import { COMPLETED } from '../../../shared/orders/moves/completed.ts'

const DAY = 86_400_000

/** Whole days from an instant until another, ms. */
export function daysBetween(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / DAY))
}

/** Whether an order of this state counts as standing too long after `days`; completed ones never do. */
export function isLate(state: string | null, days: number): boolean {
  return state !== COMPLETED && days > 7
}
