import { COMPLETED } from '../../../shared/orders/completed.ts'

const DAY = 86_400_000

/** Whole days from an instant (ms) until now. */
export function daysSince(at: number): number {
  return Math.max(0, Math.floor((Date.now() - at) / DAY))
}

/** Whether an order of this state counts as standing too long after `days`; completed ones never do. */
export function isLate(state: string | null, days: number): boolean {
  return state !== COMPLETED && days > 7
}
