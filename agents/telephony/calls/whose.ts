import { type Calling, NumberBook } from '../../../shared/calls/whose/number-book.ts'
import { COMPANY, company } from '../../../shared/company/collections.ts'
import { customFields } from '../../../shared/custom/collections.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { customerMeant } from '../../../shared/customers/merging/meant.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import { findIn } from '../../runtime/find.ts'
import type { Replica } from '../../runtime/replica.ts'

/** Whose call it is, where it is one customer's alone. */
export interface Caller {
  readonly customer: string
  /** The one contact that has the number; null: several have, or the customer itself. */
  readonly contact: string | null
}

/** Whose which number is, kept from the change feed as long as the replica is. */
class Numbers {
  readonly #replica: Replica
  #book: NumberBook | null = null

  constructor(replica: Replica) {
    this.#replica = replica
    replica.observe((changes) => this.#hear(changes))
  }

  caller(calling: Calling): Caller | null {
    this.#book ??= this.#made()
    const find = findIn(this.#replica)
    const holders = this.#book.find(calling).flatMap(({ customer, contact }) => {
      const meant = customerMeant(find, customer)
      return meant ? [{ customer: meant.id, contact: meant.id === customer ? contact : null }] : []
    })
    const [first] = holders
    if (!first || holders.some(({ customer }) => customer !== first.customer)) return null
    return { ...first, contact: holders.every(({ contact }) => contact === first.contact) ? first.contact : null }
  }

  #hear(changes: readonly Change[]): void {
    const find = findIn(this.#replica)
    for (const { collection, id } of changes) {
      if (collection.name === company.name || collection.name === customFields.name) this.#book = null
      const customer = collection.name === customers.name && this.#book ? find(customers, id) : null
      if (customer) this.#book?.put(customer)
    }
  }

  #made(): NumberBook {
    const book = new NumberBook(findIn(this.#replica)(company, COMPANY)?.country ?? null)
    for (const customer of this.#replica.rows(customers)) book.put(customer)
    return book
  }
}

const BY_REPLICA = new WeakMap<Replica, Numbers>()

/** Whose number it is, as a replica knows it; null: nobody's, or several have it (SPEC BR9). */
export function callerOf(replica: Replica, calling: Calling): Caller | null {
  const known = BY_REPLICA.get(replica) ?? new Numbers(replica)
  BY_REPLICA.set(replica, known)
  return known.caller(calling)
}
