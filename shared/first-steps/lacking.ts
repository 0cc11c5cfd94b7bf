import type { organisations } from '../company/collections.ts'
import type { Facts } from '../counterparties/finding.ts'
import type { Row } from '../records/declarations/collection.ts'

/** Details of an organisation that a service knows, too. */
const FILLED = ['name', 'fullName', 'kpp', 'ogrn', 'address', 'headPost', 'head'] as const

type Details = Pick<Row<typeof organisations>, (typeof FILLED)[number]>

/** What of the facts an organisation has not got; what stands there stays. */
export function lackingOf(organisation: Details, facts: Facts): Partial<Record<(typeof FILLED)[number], string>> {
  const lacking = FILLED.flatMap((field) => {
    const found = facts[field]
    return !organisation[field] && found ? [[field, found] as const] : []
  })
  return Object.fromEntries(lacking)
}
