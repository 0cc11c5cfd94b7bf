import { addedOf } from './added-of.ts'
import type { Customer } from './collections.ts'

/** All phones of a customer and of their contacts, as they were typed; those in fields that the company added, too. */
export function phonesOf(customer: Pick<Customer, 'phone' | 'phones'>): readonly string[] {
  const { phone, phones } = customer
  const all = [phone, ...phones.map(({ number }) => number), ...addedOf(customer, 'phone')]
  return all.filter((number) => number !== null)
}
