import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { calls, callsAside } from '../collections.ts'

/** One call. */
export interface OneCall {
  readonly id: string
}

/** Takes a call up at a desk (SPEC CD10). Failure `call-taken`: somebody else has. */
export function takeCall(tx: Transaction, { id }: OneCall): void {
  const { takenBy } = tx.get(calls, id)
  if (takenBy !== null && takenBy !== tx.person) throw new Failure('call-taken')
  tx.set(calls, id, { takenBy: tx.person, taken: tx.now() })
}

/** The id under which a person has put a call aside. */
export function asideId(user: string, call: string): string {
  return `${user}_${call}`
}

/** Puts a call's window aside, on all devices of the person whose `id` that is (`asideId`). */
export function putCallAside(tx: Transaction, { id }: { readonly id: string }): void {
  if (tx.find(callsAside, id)) tx.set(callsAside, id, { at: tx.now() })
  else tx.create(callsAside, id, { at: tx.now() })
}
