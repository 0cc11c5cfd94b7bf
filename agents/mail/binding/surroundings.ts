import { customers } from '../../../shared/customers/collections.ts'
import { customerMeant } from '../../../shared/customers/merging/meant.ts'
import { AddressBook, type Owner } from '../../../shared/letters/binding/address-book.ts'
import type { Around, Known } from '../../../shared/letters/binding/binding.ts'
import { type Letter, letters, mailAccounts } from '../../../shared/letters/collections.ts'
import { messages } from '../../../shared/messages/collections.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { isCompleted } from '../../../shared/orders/moves/moves.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { findIn } from '../../runtime/find.ts'
import type { Replica } from '../../runtime/replica.ts'
import { messageOf } from '../taking/message-of.ts'
import { KnownLetters } from './known-letters.ts'

/** Hears of addresses that customers have come to have. */
type Hears = (addresses: readonly string[]) => void

/** What letters are bound by, kept from the change feed as long as the replica is. */
export class Surroundings implements Around {
  readonly #replica: Replica
  readonly #book = new AddressBook()
  readonly #letters = new KnownLetters((address) => this.isOwn(address))
  readonly #hear = new Set<Hears>()
  /** Documents whose letters are known by their Message-IDs, though not all that was done to them since. */
  readonly #seen = new Set<string>()

  constructor(replica: Replica) {
    this.#replica = replica
    for (const row of replica.rows(customers)) this.#book.put(row)
    for (const row of replica.rows(letters)) this.#letters.put(row)
    replica.observe((changes) => {
      for (const { collection, id } of changes) this.#note(collection.name, id)
    })
  }

  /**
   * Looks at the letters of documents that were opened: what came while one of them was closed is not told as a change. People's own say
   * nothing here, since what is bound of them has its twin among those that all may read.
   */
  look(documents: readonly string[]): void {
    const ofLetters = documents.filter((name) => name.split('/')[1] === letters.family)
    for (const name of ofLetters) {
      this.#seen.add(name)
      for (const row of this.#replica.rowsIn(name, letters)) this.#letters.put(row)
    }
  }

  /** Whether the letters of a document were looked at. */
  hasSeen(document: string): boolean {
    return this.#seen.has(document)
  }

  /** The id of the letter of a Message-ID, be its document open or not; null: it is not known. */
  idOf(messageId: string): string | null {
    return this.#letters.idOf(messageId)
  }

  /** Hears of addresses that customers come to have; returns its undo. */
  observe(hears: Hears): () => void {
    this.#hear.add(hears)
    return () => this.#hear.delete(hears)
  }

  isOwn(address: string): boolean {
    for (const account of this.#replica.rows(mailAccounts))
      if (!account.gone && account.address?.trim().toLowerCase() === address.toLowerCase()) return true
    return false
  }

  owners(address: string) {
    const find = findIn(this.#replica)
    return this.#book.find(address).flatMap((owner) => {
      const meant = customerMeant(find, owner.customer)
      return meant ? [{ ...owner, customer: meant.id }] : []
    })
  }

  /** Whose an address is, as it stands with each customer. */
  addressees(address: string): readonly Owner[] {
    return this.#book.find(address)
  }

  /** The id of a letter of ours by its Message-ID, where that is open. */
  outgoing(messageId: string): string | null {
    const id = this.idOf(messageId)
    return id !== null && this.knows(letters, id) ? id : null
  }

  /** Whether a record is here, in a document that is open. */
  knows(collection: Collection, id: string): boolean {
    return findIn(this.#replica)(collection, id) !== null
  }

  withNewestOrder(all: readonly string[]): string | null {
    let newest: { readonly customer: string; readonly at: number } | null = null
    const find = findIn(this.#replica)
    for (const order of this.#replica.rows(orders)) {
      if (order.gone || isCompleted(order) || order.madeAt <= (newest?.at ?? 0)) continue
      const customer = customerMeant(find, order.customer)?.id
      if (customer && all.includes(customer)) newest = { customer, at: order.madeAt }
    }
    return newest?.customer ?? null
  }

  orderByNumber(number: string) {
    const wanted = number.toLowerCase()
    for (const { id, gone, number: own, customer } of this.#replica.rows(orders))
      if (!gone && own?.toLowerCase() === wanted) return { id, customer }
    return null
  }

  byMessageId(messageId: string): Known | null {
    const message = messageOf(messageId)
    const sent = message === null ? null : findIn(this.#replica)(messages, message)
    if (sent) return { customer: sent.customer, contact: null, order: sent.order }
    return this.#letters.byMessageId(messageId)
  }

  talk(talking: Parameters<Around['talk']>[0]): readonly Known[] {
    return this.#letters.talk(talking)
  }

  #note(collection: string, id: string): void {
    const find = findIn(this.#replica)
    if (collection === letters.name) putIn(this.#letters, id, find(letters, id))
    const customer = collection === customers.name ? find(customers, id) : null
    if (customer === null) return
    const fresh = this.#book.put(customer)
    if (fresh.length > 0) for (const hears of this.#hear) hears(fresh)
  }
}

function putIn(known: KnownLetters, id: string, letter: Letter | null): void {
  if (letter) known.put(letter)
  else known.remove(id)
}

const BY_REPLICA = new WeakMap<Replica, Surroundings>()

/** What a replica's letters are bound by: one for all that bind. */
export function surroundingsOf(replica: Replica): Surroundings {
  const known = BY_REPLICA.get(replica) ?? new Surroundings(replica)
  BY_REPLICA.set(replica, known)
  return known
}
