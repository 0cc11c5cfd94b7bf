import { customFields } from '../../../shared/custom/collections.ts'
import { type CustomField, declaredOf } from '../../../shared/custom/declared.ts'
import { takeCustomFieldsFrom } from '../../../shared/custom/known.ts'
import type { Replica } from '../replica.ts'

const NONE: readonly CustomField[] = []

/** Makes the fields that the company added known to this process, as its setup says them now, until the undo that it gives. */
export function knowCustomFields(replica: Replica): () => void {
  const read = () => declaredOf([...replica.rows(customFields)])
  let declared = read()
  takeCustomFieldsFrom(() => declared)
  const stop = replica.observe((changes) => {
    if (changes.some(({ collection }) => collection.name === customFields.name)) declared = read()
  })
  return () => {
    stop()
    takeCustomFieldsFrom(() => NONE)
  }
}
