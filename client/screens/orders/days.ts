import { DAY_MS } from '../../../shared/time/days.ts'

/** Whole days from an instant until another, ms. */
export function daysPassed(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / DAY_MS))
}
