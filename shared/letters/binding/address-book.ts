import type { Customer } from '../../customers/collections.ts'
import { emailKey } from '../../customers/duplicates/keys.ts'

/** Whose an address is. */
export interface Owner {
  readonly customer: string
  /** The contact, by the id of its entry; null: the customer's own. */
  readonly contact: string | null
}

/** Whose which address of mail is: of customers and of their contacts, whatever its case (SPEC MP10). */
export class AddressBook {
  readonly #byAddress = new Map<string, Owner[]>()
  readonly #byCustomer = new Map<string, ReadonlySet<string>>()

  /** Puts a customer in with the addresses that it has now; gives those that it had not before. */
  put(customer: Customer): readonly string[] {
    const before = this.#byCustomer.get(customer.id) ?? new Set()
    this.#remove(customer.id, before)
    const all = customer.gone ? [] : ownersIn(customer)
    for (const [address, owner] of all) this.#byAddress.set(address, [...this.find(address), owner])
    const after = new Set(all.map(([address]) => address))
    this.#byCustomer.set(customer.id, after)
    return [...after.difference(before)]
  }

  /** Whose an address is; one has it for each of his contacts that has it. */
  find(address: string): readonly Owner[] {
    return this.#byAddress.get(address.toLowerCase()) ?? []
  }

  #remove(customer: string, addresses: ReadonlySet<string>): void {
    for (const address of addresses) {
      const others = this.find(address).filter((one) => one.customer !== customer)
      if (others.length > 0) this.#byAddress.set(address, [...others])
      else this.#byAddress.delete(address)
    }
  }
}

function ownersIn({ id, email, emails }: Customer): readonly (readonly [string, Owner])[] {
  const all = [{ email, contact: null }, ...emails]
  return all.flatMap(({ email: text, contact }) => {
    const address = text === null ? null : emailKey(text)
    return address === null ? [] : [[address, { customer: id, contact }] as const]
  })
}
