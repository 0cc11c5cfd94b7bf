import { phoneKey } from '../../phones/phone.ts'
import { addedOf } from '../added-of.ts'
import type { Customer } from '../collections.ts'
import { addressKey, emailKey, nameKey } from './keys.ts'

/** By what two customers may be the same (SPEC B5), what says most first. */
export const SIGNS = ['inn', 'phone', 'email', 'address', 'name'] as const
export type Sign = (typeof SIGNS)[number]

/** What is compared of a customer: all of a record, or as much as a form has yet. */
export type Compared = Partial<
  Pick<Customer, 'inn' | 'kpp' | 'name' | 'phone' | 'email' | 'address' | 'phones' | 'emails' | 'addresses'>
>

type KeysOf = (customer: Compared, country: string | null) => readonly (string | null | undefined)[]

const KEYS: { readonly [S in Sign]: KeysOf } = {
  inn: ({ inn }) => [inn?.replaceAll(/\s/g, '')],
  phone: ({ phone, phones = [], ...more }, country) =>
    [phone, ...phones.map(({ number }) => number), ...addedOf(more, 'phone')].map(
      (text) => text && phoneKey(text, country),
    ),
  email: ({ email, emails = [], ...more }) =>
    [email, ...emails.map((one) => one.email), ...addedOf(more, 'email')].map((text) => text && emailKey(text)),
  address: ({ address, addresses = [] }) =>
    [address, ...addresses.map((one) => one.address)].map((text) => text && addressKey(text)),
  name: ({ name }) => [name && nameKey(name)],
}

/** The keys of a customer under each sign, each once; phones without a code are of that country. */
export function keysOf(customer: Compared, sign: Sign, country: string | null): ReadonlySet<string> {
  return new Set(KEYS[sign](customer, country).flatMap((key) => (key ? [key] : [])))
}
