import { money } from '../records/declarations/fields.ts'

/** What lists of customers show besides the declared fields, in the company's currency; null where nothing is owed (SPEC B9). */
export const CUSTOMER_LIST_FIELDS = { toUs: money(), byUs: money() }

export const OWED = ['toUs', 'byUs'] as const
export type OwedField = (typeof OWED)[number]
