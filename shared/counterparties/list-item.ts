import { choice } from '../records/declarations/fields.ts'
import type { Counterparty } from './collections.ts'
import { RISK_LEVELS, riskOf } from './risk.ts'

/** What lists of counterparties show besides the declared fields. */
export const COUNTERPARTY_LIST_FIELDS = { risk: choice(RISK_LEVELS) }

/** How a counterparty is weighed at `now` (ms), as its list shows it. */
export function riskField(known: Counterparty, now: number) {
  return { risk: riskOf(known, now).level }
}
