import { formatBasis } from '../../basis/basis.ts'
import { events } from '../../events/collections.ts'
import { spacedNumber } from '../../phones/phone.ts'
import { derivedId, parseId } from '../../records/keys/id.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Call, calls } from '../collections.ts'
import { bindCalls } from './bind-calls.ts'
import type { OneCall } from './taking.ts'

/** The id of the event that a call becomes: two desks make one (SPEC CD12). */
export function eventOfCall(call: string): string {
  const { circle, time } = parseId(call) ?? { circle: '', time: 0 }
  return derivedId(circle, time, 'call', call)
}

export interface EventOfCall extends OneCall {
  readonly subject: string
  /** Whose number it is, where somebody has chosen; left out: as the call says. */
  readonly customer?: string | null
  readonly contact?: string | null
}

/** Makes the event of a call, or brings it back; what stands in it stays. Its id. */
export function makeCallEvent(tx: Transaction, { id: call, subject, ...whom }: EventOfCall): string {
  const { customer } = whom
  if (customer) bindCalls(tx, { ids: [call], customer, contact: whom.contact ?? null })
  const row = tx.get(calls, call)
  const made = eventOfCall(call)
  const found = tx.find(events, made)
  if (found?.gone) tx.restore(events, made)
  if (!found) tx.create(events, made, { subject, ...told(row), responsible: tx.person })
  tx.set(calls, call, { event: made })
  return made
}

function told({ id, direction, number, asked, rang, answered, ended, customer, contact, note }: Call) {
  return {
    ...({ kind: 'call', state: 'done' } as const),
    direction,
    address: number === null ? null : spacedNumber(number),
    start: answered ?? rang ?? asked,
    end: ended,
    customer,
    contact,
    text: note,
    basis: formatBasis({ collection: 'calls', id }),
  }
}

/** Keeps what is written down during a talk; its event says the same until somebody has written otherwise there. */
export function noteCall(tx: Transaction, { id, note }: OneCall & { readonly note: string | null }): void {
  const before = tx.get(calls, id)
  tx.set(calls, id, { note })
  const event = before.event === null ? null : tx.find(events, before.event)
  if (event && !event.gone && event.text === before.note) tx.set(events, event.id, { text: note })
}
