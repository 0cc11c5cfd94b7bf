import { DAY_MS } from '../time/days.ts'

/** Once a second factor is required of everybody, whoever was signed in before may go on without one for so long, ms. */
export const FACTOR_GRACE = 7 * DAY_MS
