import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { calls, callsAside } from '../collections.ts'

/** One call. */
export interface OneCall {
  readonly id: string
}

export interface TakenCall extends OneCall {
  /** What it is about as far as anybody knows (SPEC CD23). */
  readonly order?: string | null
}

/** Takes a call up at a desk (SPEC CD10). Failure `call-taken`: somebody else has. */
export function takeCall(tx: Transaction, { id, order = null }: TakenCall): void {
  const call = tx.get(calls, id)
  if (call.takenBy !== null && call.takenBy !== tx.person) throw new Failure('call-taken')
  tx.set(calls, id, { takenBy: tx.person, taken: tx.now(), order: call.order ?? order })
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
