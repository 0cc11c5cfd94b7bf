import { addedOf } from '../../customers/added-of.ts'
import type { Customer } from '../../customers/collections.ts'
import { cityDigits, endsInCity } from '../../phones/city.ts'
import { phoneKey, readPhone } from '../../phones/phone.ts'
import { EXTENSION } from '../../records/forms/phone.ts'

/** Who has a number. */
export interface Holder {
  readonly customer: string
  /** The contact, by the id of its entry; null: the customer's own. */
  readonly contact: string | null
  /** Digits of the inner line that stands behind it. */
  readonly extension: string | null
}

/** A number as a call has it. */
export interface Calling {
  readonly number: string | null
  readonly extension: string | null
}

/** Whose which number is: of customers and of their contacts, however it is spelled (SPEC CD1). */
export class NumberBook {
  /** The company's, ISO 3166-1: of numbers without a code. */
  readonly country: string | null
  readonly #byNumber = new Map<string, readonly Holder[]>()
  /** City numbers without their city's code, by length. */
  readonly #short = new Set<string>()
  readonly #byCustomer = new Map<string, readonly string[]>()

  constructor(country: string | null) {
    this.country = country
  }

  /** Puts a customer in with the numbers that it has now. */
  put(customer: Customer): void {
    this.delete(customer.id)
    if (customer.gone) return
    const all = heldBy(customer, this.country)
    for (const [number, holder] of all) {
      this.#byNumber.set(number, [...this.#at(number), holder])
      if (isShort(number)) this.#short.add(number)
    }
    this.#byCustomer.set(customer.id, [...new Set(all.map(([number]) => number))])
  }

  /** A customer is here no more. */
  delete(customer: string): void {
    for (const number of this.#byCustomer.get(customer) ?? []) this.#leave(number, customer)
    this.#byCustomer.delete(customer)
  }

  /** Who has the number of a call: those with its inner line, where it has one and any of them has that (SPEC CD2). */
  find({ number, extension }: Calling): readonly Holder[] {
    const key = number === null ? null : keyOf(number, this.country)
    if (key === null) return []
    const all = [...this.#at(key), ...this.#spelledShort(key)]
    const there = extension === null ? [] : all.filter((one) => one.extension === extension)
    return there.length > 0 ? there : all
  }

  /** Those who have a city's number otherwise: without the code where the call has it, or the other way round (SPEC CD3). */
  #spelledShort(key: string): readonly Holder[] {
    const others = isShort(key)
      ? [...this.#byNumber.keys()].filter((one) => !isShort(one) && endsInCity(one, key))
      : [...this.#short].filter((one) => endsInCity(key, one))
    return others.flatMap((one) => this.#at(one))
  }

  #at(number: string): readonly Holder[] {
    return this.#byNumber.get(number) ?? []
  }

  #leave(number: string, customer: string): void {
    const others = this.#at(number).filter((one) => one.customer !== customer)
    if (others.length > 0) this.#byNumber.set(number, others)
    else {
      this.#byNumber.delete(number)
      this.#short.delete(number)
    }
  }
}

/** By what numbers are compared: E.164, the digits of one without its city's code; null where it is none. */
function keyOf(text: string, country: string | null): string | null {
  return phoneKey(text, country) ?? cityDigits(text, country)
}

function isShort(key: string): boolean {
  return !key.startsWith('+')
}

function heldBy(customer: Customer, country: string | null): readonly (readonly [string, Holder])[] {
  const { id, phone, phones } = customer
  const added = addedOf(customer, 'phone').map((number) => ({ number, contact: null }))
  return [{ number: phone, contact: null }, ...phones, ...added].flatMap(({ number, contact }) => {
    const key = number === null ? null : keyOf(number, country)
    if (number === null || key === null) return []
    const extension = EXTENSION.test(number) ? (readPhone(number, country)?.extension ?? null) : null
    return [[key, { customer: id, contact, extension }] as const]
  })
}
