import { instant, integer, text } from '../records/declarations/fields.ts'

/** What lists show of rules besides fields: names of the kinds that they are for, when they ran last, how often they failed. */
export const RULE_LIST_FIELDS = { forKinds: text(), last: instant(), failed: integer() }
