import { customFields } from '../../shared/custom/collections.ts'
import { type CustomField, declaredOf } from '../../shared/custom/declared.ts'
import type { Row } from '../../shared/records/declarations/collection.ts'
import type { Reading } from './reading.ts'

/** The fields that a folder's company has added, removed ones too (shared/custom); none where their document does not load. */
export function ownFieldsIn(reading: Reading): readonly CustomField[] {
  const setup = reading.documents((name) => name.split('/')[1] === customFields.family)
  const sets = [...setup].flatMap(({ copy }) => copy?.sets ?? [])
  const rows = sets.filter(({ collection }) => collection.name === customFields.name).flatMap((set) => [...set.rows()])
  // Rows of that collection are read by its declaration.
  return declaredOf(rows as unknown as readonly Row<typeof customFields>[])
}
