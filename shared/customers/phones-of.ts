import type { Customer } from './collections.ts'

/** All phones of a customer and of their contacts, as they were typed. */
export function phonesOf({ phone, phones }: Pick<Customer, 'phone' | 'phones'>): readonly string[] {
  return [phone, ...phones.map(({ number }) => number)].filter((number) => number !== null)
}
