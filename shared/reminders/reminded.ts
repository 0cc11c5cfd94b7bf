import { list } from '../records/declarations/collection.ts'
import { integer, reference } from '../records/declarations/fields.ts'

/** Whom a record with a time reminds of itself, and how many minutes before its start; of a whole day, before it begins. */
export const remindedBefore = list({
  person: reference('people'),
  before: integer({ least: 0 }),
})
