import type { Way } from '../messages/collections.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { mailingConsents, mailingRecipients, mailings } from './collections.ts'
import { consentId } from './consent-id.ts'
import { type ConsentStand, consentBehind, type ReaderDeed, readerBehind } from './deeds.ts'

export const NOTHING_SAID: ConsentStand = {
  given: null,
  givenBy: null,
  givenWhere: null,
  withdrawn: null,
  withdrawnBy: null,
  mailing: null,
  reason: null,
}

/** Writes what a reader did: into the reader's record, and into what is said of the address. Failure `record-missing`. */
export function writeDeed(tx: Transaction, told: ReaderDeed, mailing: string): void {
  const reader = tx.get(mailingRecipients, told.recipient)
  const deed = behindItsLetter(told, reader.sent)
  const behind = readerBehind(reader, deed)
  const { opened, clicked, unsubscribed, subscribedAgain } = behind
  // Who was erased has no address any more, and what he says is not kept.
  const reason = reader.to === null ? reader.reason : behind.reason
  tx.set(mailingRecipients, reader.id, { opened, clicked, unsubscribed, subscribedAgain, reason })
  if (reader.to === null) return
  const way = tx.find(mailings, mailing)?.way ?? 'letter'
  writeConsent(tx, { way, to: reader.to, customer: reader.customer }, (stand) => consentBehind(stand, deed, mailing))
}

/** Nobody unsubscribes before his letter went, whatever the door's clock says: what he agreed to before must not stand against it. */
function behindItsLetter(deed: ReaderDeed, sent: number | null): ReaderDeed {
  return deed.did === 'unsubscribed' && sent !== null && deed.at < sent ? { ...deed, at: sent } : deed
}

/** Changes what is said of an address; where nothing was said and nothing is, no record is made. */
export function writeConsent(
  tx: Transaction,
  { way, to, customer }: { readonly way: Way; readonly to: string; readonly customer: string | null },
  change: (stand: ConsentStand) => ConsentStand,
): void {
  const id = consentId(way, to)
  const known = tx.find(mailingConsents, id)
  const stand = known ?? NOTHING_SAID
  const changed = change(stand)
  if (changed === stand) return
  if (!known) tx.create(mailingConsents, id, { way, to, customer })
  const { given, givenBy, givenWhere, withdrawn, withdrawnBy, mailing, reason } = changed
  tx.set(mailingConsents, id, { given, givenBy, givenWhere, withdrawn, withdrawnBy, mailing, reason })
}
