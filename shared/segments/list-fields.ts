import { integer } from '../records/declarations/fields.ts'

/** What lists of segments show besides fields: how many customers are in each now. No item holds it, so that no filter speaks of it. */
export const SEGMENT_LIST_FIELDS = { count: integer() }
