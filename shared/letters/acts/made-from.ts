import { formatBasis } from '../../basis/basis.ts'
import { takenOf } from '../../basis/taken.ts'
import { events } from '../../events/collections.ts'
import { jobs } from '../../jobs/collections.ts'
import { orderOnBasis } from '../../orders/made/make-order.ts'
import type { Draft, Patch } from '../../records/declarations/collection.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { letters } from '../collections.ts'
import { share } from './twin.ts'

/** What is made from a letter names it as its basis; so it is everybody’s (SPEC MP14). */
interface FromLetter {
  readonly letter: string
  /** Of what is made. */
  readonly id: string
}

type Ordered = Omit<Parameters<typeof orderOnBasis>[1], 'basis'>

/** An order from a letter, which belongs to it then. Failures of `orderOnBasis`. */
export function makeOrderFrom(tx: Transaction, { letter, ...made }: FromLetter & Ordered): void {
  const id = share(tx, letter)
  orderOnBasis(tx, { ...made, basis: { collection: 'letters', id } })
}

/** An event from a letter: what was written, when and by whom; `values` say more, or otherwise. */
export function makeEventFrom(
  tx: Transaction,
  { letter, id, values = {} }: FromLetter & { readonly values?: Patch<(typeof events)['fields']> },
): void {
  const row = tx.get(letters, share(tx, letter))
  const { customer, contact } = takenOf('letters', row)
  const { direction, fromAddress, to, sent, received, snippet } = row
  const start = sent ?? received
  const draft: Draft<typeof events> = {
    ...{ kind: 'letter', state: 'done', direction, subject: row.subject ?? '—', start, end: start, customer, contact },
    ...{ address: direction === 'out' ? (to[0] ?? null) : fromAddress, text: snippet, responsible: tx.person },
    ...{ basis: formatBasis({ collection: 'letters', id: row.id }), ...values },
  }
  tx.create(events, id, draft)
}

/** A job from a letter; `values` say more, or otherwise. */
export function makeJobFrom(
  tx: Transaction,
  { letter, id, values = {} }: FromLetter & { readonly values?: Patch<(typeof jobs)['fields']> },
): void {
  const row = tx.get(letters, share(tx, letter))
  const { customer, order, text } = takenOf('letters', row)
  const draft: Draft<typeof jobs> = {
    ...{ subject: row.subject ?? '—', state: 'todo', customer, order, text, performer: tx.person },
    ...{ basis: formatBasis({ collection: 'letters', id: row.id }), ...values },
  }
  tx.create(jobs, id, draft)
}
