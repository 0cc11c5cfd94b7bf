import { events } from '../../events/collections.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { calls } from '../collections.ts'

/** A number that somebody wants to be dialled. */
export interface Dialled {
  /** A fresh one. */
  readonly id: string
  readonly number: string
  readonly extension?: string | null
  /** The phone or line that is to dial. */
  readonly phone: string
  readonly customer?: string | null
  readonly contact?: string | null
  /** The event «Звонок» that it is for. */
  readonly event?: string | null
}

/** «Набрать номер»: asks a phone or line to dial (SPEC CD15). Failure `record-missing`: there is no such event. */
export function dialNumber(tx: Transaction, { id, event = null, ...dialled }: Dialled): void {
  if (event !== null) tx.get(events, event)
  const asked = { direction: 'out', state: 'asked', asked: tx.now(), responsible: tx.person } as const
  tx.create(calls, id, { ...asked, ...dialled, event })
}
