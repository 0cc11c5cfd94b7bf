import type { Way } from '../../messages/collections.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import type { Reader } from '../audience/audience.ts'
import { type Mailing, type MailingConsent, mailingConsents, mailingRecipients, mailings } from '../collections.ts'
import { isGiven, isWithdrawn } from '../consent.ts'
import { toOf } from '../consent-id.ts'
import { mailingOf, readerId } from '../reader-id.ts'
import { writeConsent } from '../write-deed.ts'

/** Readers of a mailing that is about to begin, or a part of them. */
interface ToFreeze {
  readonly id: string
  readonly readers: readonly Reader[]
}

/** Writes readers down as they stand now (SPEC BM2): those that are there already stay as they are. */
export function freezeReaders(tx: Transaction, { id, readers }: ToFreeze): void {
  tx.get(mailings, id)
  for (const reader of readers) {
    const own = readerId(id, reader.to)
    const known = tx.find(mailingRecipients, own)
    if (!known) tx.create(mailingRecipients, own, { ...reader, mailing: id, state: 'waiting' })
    else if (known.gone) tx.restore(mailingRecipients, own)
  }
}

/** Takes readers out of a mailing that was not begun: who is not in its audience any more. */
export function dropReaders(
  tx: Transaction,
  { id, readers }: { readonly id: string; readonly readers: readonly string[] },
): void {
  if (tx.get(mailings, id).begun !== null) return
  for (const reader of readers) if (mailingOf(reader) === id) tx.remove(mailingRecipients, reader)
}

/** Begins a mailing whose readers are frozen; `all`: how many they are. One that was begun stays as it is. */
export function beginMailing(tx: Transaction, { id, all }: { readonly id: string; readonly all: number }): void {
  if (tx.get(mailings, id).begun !== null) return
  tx.set(mailings, id, { state: 'running', begun: tx.now(), begunBy: tx.person, all, why: null })
}

/** Where a mailing may be turned to by hand, from where it stands. */
const TURNS: Readonly<Record<'running' | 'paused' | 'stopped', readonly (Mailing['state'] | null)[]>> = {
  running: ['paused'],
  paused: ['running'],
  stopped: ['running', 'paused'],
}

/** Pauses a mailing, lets it go on, or stops it for good; one that stands otherwise stays as it is. */
export function turnMailing(
  tx: Transaction,
  { id, to }: { readonly id: string; readonly to: keyof typeof TURNS },
): void {
  const { state } = tx.get(mailings, id)
  if (!TURNS[to].includes(state)) return
  tx.set(mailings, id, { state: to, why: null, ...(to === 'stopped' && { finished: tx.now() }) })
}

/** What a person decides of readers of whom nobody knows whether they were told, or who were not (SPEC BM13). */
export function settleReaders(
  tx: Transaction,
  { id, readers, as }: { readonly id: string; readonly readers: readonly string[]; readonly as: 'again' | 'sent' },
): void {
  for (const one of readers) {
    const reader = tx.find(mailingRecipients, one)
    if (!reader || mailingOf(one) !== id || reader.state === 'waiting') continue
    if (as === 'sent') tx.set(mailingRecipients, one, { state: 'sent', sent: tx.now(), why: null })
    else tx.set(mailingRecipients, one, { state: 'waiting', why: null, attempts: null, asked: (reader.asked ?? 0) + 1 })
  }
  const { state } = tx.get(mailings, id)
  if (as === 'again' && state === 'finished') tx.set(mailings, id, { state: 'running', finished: null, why: null })
}

/** Asks for a letter to oneself, filled as of a customer. */
export function askForTest(
  tx: Transaction,
  { id, to, customer }: { readonly id: string; readonly to: string; readonly customer: string | null },
): void {
  tx.set(mailings, id, { testTo: to, testFor: customer, testAsked: tx.now(), testWhy: null })
}

/** Consent that somebody gives or takes back, and from where that is known. */
interface ConsentToSet {
  /** As `consentId` gives it for way and address. */
  readonly id: string
  readonly way: Way
  readonly to: string
  readonly customer: string | null
  readonly agrees: boolean
  readonly by: NonNullable<MailingConsent['givenBy']>
  /** When it was, ms since 1970; null: now. */
  readonly at?: number | null
}

/** Writes what somebody says of mailings to an address: one that stands so already stays as it was said first. */
export function setConsent(tx: Transaction, { id, way, to, customer, agrees, by, at }: ConsentToSet): void {
  const known = tx.find(mailingConsents, id)
  if (agrees ? isGiven(known) : isWithdrawn(known)) return
  // What is said later counts, whatever clock said the earlier.
  const when = Math.max(at ?? tx.now(), ((agrees ? known?.withdrawn : known?.given) ?? 0) + 1)
  writeConsent(tx, { way, to: toOf(way, to), customer }, (stand) =>
    agrees
      ? { ...stand, given: when, givenBy: by, givenWhere: null }
      : { ...stand, withdrawn: when, withdrawnBy: by, reason: null },
  )
}
