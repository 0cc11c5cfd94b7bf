import { RISK_LEVELS } from '../counterparties/risk.ts'
import { choice, money, strings } from '../records/declarations/fields.ts'

/** What lists of customers show besides the declared fields, in the company's currency; null where nothing is owed (SPEC B9). */
export const CUSTOMER_LIST_FIELDS = {
  toUs: money(),
  byUs: money(),
  /** The segments that it is in now (segments/SPEC SG10): filters name it, no item holds it. */
  inSegment: { ...strings(), to: 'segments' },
  /** What an outside service says of its INN (counterparties/SPEC RK7): filters name it, no item holds it. */
  risk: choice(RISK_LEVELS),
}

export const OWED = ['toUs', 'byUs'] as const
export type OwedField = (typeof OWED)[number]
