import { collection, list } from '../records/declarations/collection.ts'
import { place, strings } from '../records/declarations/fields.ts'

/** Which notices a person has seen, a record for each month in which they were marked; ids are `<user>_seen<YYYY-MM>`. */
export const seenNotices = collection('seenNotices', {
  version: 1,
  family: 'users',
  fields: {},
  lists: {
    /** What one act marked: marks of notices (seen.ts). So devices that mark apart lose nothing of each other. */
    marks: list({ seen: strings(), place: place() }),
  },
})
