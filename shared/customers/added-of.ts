import { customFieldsOf } from '../custom/known.ts'
import { readAs } from '../custom/reading.ts'
import { customValuesOf } from '../records/declarations/custom.ts'
import type { TextForm } from '../records/declarations/fields.ts'

/** What a customer has in the fields that the company added for phones, or for addresses of mail. */
export function addedOf(customer: object, form: TextForm): readonly string[] {
  const fields = customFieldsOf('customers').filter(({ field }) => field.form === form)
  if (fields.length === 0) return []
  const values = customValuesOf(customer)
  return fields.flatMap(({ name, field }) => {
    const text = readAs(field, values[name])
    return typeof text === 'string' ? [text] : []
  })
}
