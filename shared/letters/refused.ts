import type { Customer } from '../customers/collections.ts'

/** An address that takes no letters: what a mail server said of it. */
export interface Refused {
  readonly address: string
  readonly said: string
}

/** The longest that is kept of what a server said, in signs. */
const MOST = 300

/** As a record keeps it: the address goes along, so that it says nothing of another one that takes its place. */
export function writeRefused({ address, said }: Refused): string {
  return `${address.toLowerCase()} ${said.replace(/\s+/g, ' ').trim()}`.slice(0, MOST)
}

/** What is kept of an address; null: it is not said to take no letters. */
export function refusedOf(email: string | null, kept: string | null): string | null {
  const address = email?.trim().toLowerCase()
  return address && kept?.startsWith(`${address} `) ? kept.slice(address.length + 1) : null
}

/** What stands in `undelivered` of letters and messages, each in a line of its own, as `writeRefused` wrote it. */
export function readUndelivered(kept: string | null): readonly Refused[] {
  return (kept ?? '').split('\n').flatMap((line) => {
    const [address = '', ...said] = line.split(' ')
    return address === '' ? [] : [{ address, said: said.join(' ') }]
  })
}

/** Addresses of a customer and of its contacts that take no letters. */
export function refusedWith({ email, emailRefused, emails }: Addresses): readonly Refused[] {
  const all = [{ email, refused: emailRefused }, ...emails]
  return all.flatMap(({ email, refused }) => {
    const said = refusedOf(email, refused)
    return email === null || said === null ? [] : [{ address: email.trim(), said }]
  })
}

interface Addresses extends Pick<Customer, 'email' | 'emailRefused'> {
  readonly emails: readonly Pick<Customer['emails'][number], 'email' | 'refused'>[]
}
