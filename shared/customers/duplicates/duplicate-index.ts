import type { Customer } from '../collections.ts'
import { followed } from '../merging/followed.ts'
import { keysOf, SIGNS, type Sign } from './signs.ts'

/** What is known of a customer that is compared. */
interface Known {
  readonly customer: Customer
  readonly keys: { readonly [S in Sign]: readonly string[] }
}

/** One customer by its id alone: nearly all keys have one, and a set for each would take most of the memory. */
type Holders = string | Set<string>

/**
 * Who has which key, by sign: kept customer by customer, so that a change costs what that customer has. Such as were removed
 * or merged are not compared.
 */
export class DuplicateIndex {
  /** The company's country, of phones without a code. */
  readonly country: string | null
  readonly #known = new Map<string, Known>()
  /** Rows of customers that say into whom they were merged: of a ring of them one stands. */
  readonly #merged = new Map<string, Customer>()
  readonly #byKey = bySign(() => new Map<string, Holders>())
  /** Keys that more than one has. */
  readonly #shared = bySign(() => new Set<string>())

  constructor(country: string | null) {
    this.country = country
  }

  /** Takes in a customer as it stands, in the place of what was known of it. */
  put(customer: Customer): void {
    const { id } = customer
    if (this.#known.get(id)?.customer === customer || this.#merged.get(id) === customer) return
    const wasMerged = this.#merged.delete(id)
    this.#take(id)
    if (customer.mergedInto !== null) this.#merged.set(id, customer)
    else if (!customer.gone) this.#add(customer)
    if (wasMerged || customer.mergedInto !== null) this.#lookAtRings()
  }

  /** A customer is here no more. */
  delete(id: string): void {
    this.#take(id)
    if (this.#merged.delete(id)) this.#lookAtRings()
  }

  /** Who has a key. */
  holders(sign: Sign, key: string): Iterable<string> {
    const found = this.#byKey[sign].get(key)
    if (found === undefined) return []
    return typeof found === 'string' ? [found] : found
  }

  /** Those who share a key, each time by id, in the order of the first of them. */
  shared(sign: Sign): readonly (readonly string[])[] {
    const groups = [...this.#shared[sign]].map((key) => [...this.holders(sign, key)].sort())
    return groups.sort(([a = ''], [b = '']) => (a < b ? -1 : Number(a > b)))
  }

  kpp(id: string): string | undefined {
    return this.#known.get(id)?.customer.kpp?.trim() || undefined
  }

  /** Of a ring of merged customers the lowest id stands by itself (SPEC B2); there are few of them. */
  #lookAtRings(): void {
    const mergedInto = (id: string) => this.#merged.get(id)?.mergedInto
    for (const customer of this.#merged.values()) {
      const stands = !customer.gone && followed(customer.id, mergedInto) === customer.id
      const stood = this.#known.has(customer.id)
      if (stands && !stood) this.#add(customer)
      if (stood && !stands) this.#take(customer.id)
    }
  }

  #add(customer: Customer): void {
    const keys = bySign((sign) => [...keysOf(customer, sign, this.country)])
    this.#known.set(customer.id, { customer, keys })
    for (const sign of SIGNS) for (const key of keys[sign]) this.#hold(sign, key, customer.id)
  }

  #take(id: string): void {
    const known = this.#known.get(id)
    if (!known) return
    this.#known.delete(id)
    for (const sign of SIGNS) for (const key of known.keys[sign]) this.#release(sign, key, id)
  }

  #hold(sign: Sign, key: string, id: string): void {
    const found = this.#byKey[sign].get(key)
    if (found === undefined) this.#byKey[sign].set(key, id)
    else if (typeof found === 'string') this.#byKey[sign].set(key, new Set([found, id]))
    else found.add(id)
    if (found !== undefined) this.#shared[sign].add(key)
  }

  #release(sign: Sign, key: string, id: string): void {
    const found = this.#byKey[sign].get(key)
    if (typeof found === 'string' || found === undefined) {
      this.#byKey[sign].delete(key)
      return
    }
    found.delete(id)
    const [last] = found
    if (found.size > 1 || last === undefined) return
    this.#byKey[sign].set(key, last)
    this.#shared[sign].delete(key)
  }
}

function bySign<V>(make: (sign: Sign) => V): { readonly [S in Sign]: V } {
  return {
    inn: make('inn'),
    phone: make('phone'),
    email: make('email'),
    address: make('address'),
    name: make('name'),
  }
}
