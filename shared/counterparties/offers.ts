import type { Customer } from '../customers/collections.ts'
import type { Facts } from './finding.ts'

/** Fields of a customer that a service fills in; `head` becomes one of its contacts. */
const FILLED = ['name', 'fullName', 'kpp', 'ogrn', 'address'] as const
export type FilledField = (typeof FILLED)[number] | 'head'

/** One value that a service offers. `now`: what stands there; null: nothing. */
export interface Offer {
  readonly field: FilledField
  readonly now: string | null
  readonly found: string
  readonly post?: string | null
}

/** What of the facts the customer has not got, or has otherwise. */
export function offersOf(
  customer: Pick<Customer, (typeof FILLED)[number] | 'contacts'>,
  facts: Facts,
): readonly Offer[] {
  const fields = FILLED.flatMap((field): Offer[] => {
    const [now, found] = [customer[field], facts[field]]
    return found && found !== now ? [{ field, now, found }] : []
  })
  const { head, headPost } = facts
  const isKnown = customer.contacts.some(({ name }) => alike(name ?? '') === alike(head ?? ''))
  return head && !isKnown ? [...fields, { field: 'head', now: null, found: head, post: headPost }] : fields
}

/** Registers write names in capitals, and with ё or without. */
function alike(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
}
