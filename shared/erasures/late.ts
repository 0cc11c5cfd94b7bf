import { isObject, type Json } from '../records/declarations/value.ts'
import { personalOf } from './personal.ts'

/** What is said of a person and no paper is: of who was erased no new one is taken. */
const SAID = ['events', 'messages', 'comments', 'files', 'reminders', 'calendarRecords', 'mailingRecipients']

/** Whether a record as created says something personal of a customer who was erased (SPEC ER8). */
export function cutsNew(collection: string, values: Json, isErased: (customer: string) => boolean): boolean {
  if (!SAID.includes(collection) || !isObject(values)) return false
  const { customer, about } = values
  const meant = typeof customer === 'string' ? customer : aboutCustomer(about)
  if (meant === null || !isErased(meant)) return false
  const names = Object.keys(personalOf(collection)?.fields ?? {})
  return names.some((name) => (values[name] ?? null) !== null)
}

function aboutCustomer(about: Json | undefined): string | null {
  const [collection, id] = typeof about === 'string' ? about.split('/') : []
  return collection === 'customers' && id ? id : null
}
