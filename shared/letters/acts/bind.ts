import { orders } from '../../orders/collections.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type BOUND_BY, letters } from '../collections.ts'
import { share, standing } from './twin.ts'

/** Whom letters are from, or went to. */
export interface Binding {
  readonly customer: string
  /** The customer’s contact, by the id of its entry. */
  readonly contact?: string | null
  readonly order?: string | null
  /** Left out: a person has chosen. */
  readonly boundBy?: (typeof BOUND_BY)[number]
}

/** Letters, by their ids, those of a person’s own among them. */
interface Letters {
  readonly ids: readonly string[]
}

/** Binds letters to a customer: one that somebody chose in a list, with the others of who wrote it. They are everybody’s then (SPEC MP4). */
export function bindLetter(tx: Transaction, { ids, ...binding }: Letters & Binding): void {
  const { customer, contact = null, order, boundBy = 'chosen' } = binding
  for (const id of ids) {
    tx.set(letters, share(tx, id), { customer, contact, ...(order !== undefined && { order }), boundBy })
  }
}

/** Takes letters from the customer and the order that they were bound to: nobody binds them by itself again (SPEC MP12). */
export function unbindLetter(tx: Transaction, { ids }: Letters): void {
  for (const id of ids)
    tx.set(letters, share(tx, id), { customer: null, contact: null, order: null, boundBy: 'chosen' })
}

/** Puts letters into an order, and so to its customer; null: out of theirs. Failure record-missing. */
export function putLetterIntoOrder(tx: Transaction, { ids, order }: Letters & { readonly order: string | null }): void {
  const customer = order === null ? null : tx.get(orders, order).customer
  for (const id of ids) {
    const shared = share(tx, id)
    const isAnothers = customer !== null && tx.get(letters, shared).customer !== customer
    tx.set(letters, shared, { order, ...(isAnothers && { customer, contact: null }), boundBy: 'chosen' })
  }
}

/**
 * An order that is made from a letter has it, and those of its thread that are in no order and nobody else’s (SPEC MP14). Letters
 * that are not here are passed over.
 */
export function joinOrder(tx: Transaction, { from, thread, order }: JoinedLetters): void {
  const { customer } = tx.get(orders, order)
  const isMeant = (id: string) => {
    const letter = standing(tx, id)
    if (letter === null || letter.gone || letter.order !== null) return false
    return id === from || customer === null || letter.customer === null || letter.customer === customer
  }
  putLetterIntoOrder(tx, { ids: [...new Set([from, ...thread])].filter(isMeant), order })
}

interface JoinedLetters {
  /** The letter that the order is made from. */
  readonly from: string
  /** The others of its thread. */
  readonly thread: readonly string[]
  readonly order: string
}

/** Shows a person’s own letters to all. */
export function shareLetter(tx: Transaction, { ids }: Letters): void {
  for (const id of ids) share(tx, id)
}
