import type { Letter } from '../collections.ts'
import { type Addressed, outsiders } from '../people.ts'
import type { Talking } from '../threads/talk.ts'
import type { Owner } from './address-book.ts'
import { numberInSubject } from './order-number.ts'

/** What letters, orders and customers there are, as binding asks for it. */
export interface Around {
  isOwn(address: string): boolean
  /** Whose an address is, merged customers as the one that they are now. */
  owners(address: string): readonly Owner[]
  /** Which of these customers has the newest open order; null: none of them has one. */
  withNewestOrder(customers: readonly string[]): string | null
  orderByNumber(number: string): Ordered | null
  /** What is known under a Message-ID: a letter, or a message that went out. */
  byMessageId(messageId: string): Known | null
  /** Letters that it goes on with by subject and people, the nearest in time first. */
  talk(talking: Talking): readonly Known[]
}

interface Ordered {
  readonly id: string
  readonly customer: string | null
}

/** What is known of another letter. */
export interface Known {
  readonly customer: string | null
  readonly contact: string | null
  readonly order: string | null
}

/** Whom a letter is bound to, and by what. */
export interface Bound extends Known {
  readonly customer: string
  readonly boundBy: Exclude<Letter['boundBy'], 'chosen' | null>
}

export type Unbound = Addressed & Pick<Letter, 'subject' | 'references' | 'sent' | 'received' | 'madeAt'>

/**
 * Whom a letter is from, or went to (SPEC MP10, MP11): whose the nearest of its addresses is; else the customer of the order that its
 * subject names; else that of what it answers. Null: nobody knows. Its order is the one that it names, or that of what it answers, where
 * that is this customer’s.
 */
export function bindingOf(letter: Unbound, around: Around): Bound | null {
  const people = outsiders(letter, (address) => around.isOwn(address))
  const named = orderNamed(letter, around)
  const answered = answeredBy(letter, people, around)
  const found = byAddress(people, answered, around) ?? byOrder(named) ?? byThread(answered)
  if (found === null) return null
  const orders = [named && { customer: named.customer, order: named.id }, ...answered]
  const order = orders.find((one) => one?.order && (one.customer === null || one.customer === found.customer))?.order
  return { ...found, order: order ?? null }
}

function byAddress(people: readonly string[], answered: readonly Known[], around: Around): Bound | null {
  for (const address of people) {
    const owners = around.owners(address)
    const customers = [...new Set(owners.map(({ customer }) => customer))]
    const [only] = customers
    if (only === undefined) continue
    // Of those who share an address, whoever the thread is with is meant.
    const meant = answered.find((one) => one.customer !== null && customers.includes(one.customer))?.customer
    const customer = customers.length === 1 ? only : (meant ?? around.withNewestOrder(customers) ?? only)
    const contact = owners.find((one) => one.customer === customer)?.contact ?? null
    const boundBy = customers.length === 1 ? 'address' : meant === undefined ? 'several' : 'thread'
    return { customer, contact, order: null, boundBy }
  }
  return null
}

function byOrder(named: Ordered | null): Bound | null {
  if (named === null || named.customer === null) return null
  return { customer: named.customer, contact: null, order: named.id, boundBy: 'order' }
}

function byThread(answered: readonly Known[]): Bound | null {
  for (const { customer, contact } of answered)
    if (customer !== null) return { customer, contact, order: null, boundBy: 'thread' }
  return null
}

function orderNamed({ subject }: Unbound, around: Around): Ordered | null {
  const number = numberInSubject(subject)
  return number === null ? null : around.orderByNumber(number)
}

/** What it answers, the last of its thread first; where it names none that is known, what it goes on with. */
function answeredBy(letter: Unbound, people: readonly string[], around: Around): readonly Known[] {
  const named = letter.references.toReversed().flatMap((id) => around.byMessageId(id) ?? [])
  if (named.length > 0) return named
  const { subject, sent, received, madeAt } = letter
  return around.talk({ subject, outsiders: people, at: received ?? sent ?? madeAt })
}
