import { type Customer, customers } from '../collections.ts'
import { followed } from './followed.ts'

/** Finds a customer by its id; null where it is not here. */
type FindCustomer = (collection: typeof customers, id: string) => Customer | null

/** The customer that an id means, which may be another one that it was merged into; null where that is not here. */
export function customerMeant(find: FindCustomer, id: string | null): Customer | null {
  return id === null
    ? null
    : find(
        customers,
        followed(id, (one) => find(customers, one)?.mergedInto),
      )
}

/** The customer that is meant, and the one of that id, whose contacts and addresses are the same customer’s. */
export function customersMeant(find: FindCustomer, id: string | null): readonly Customer[] {
  const named = id === null ? null : find(customers, id)
  return [...new Set([customerMeant(find, id), named])].filter((one) => one !== null)
}
