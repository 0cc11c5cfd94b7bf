import { collection, type Row } from '../records/declarations/collection.ts'
import { flag } from '../records/declarations/fields.ts'

/** «Еще больше возможностей»: a record for each feature that was switched (features.ts), under its id; none: as the feature is by itself. */
export const features = collection('features', {
  version: 1,
  family: 'setup',
  since: ['isOff'],
  fields: { isOff: flag() },
})

export type Feature = Row<typeof features>
