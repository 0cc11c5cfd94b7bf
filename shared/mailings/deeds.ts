import type { QueueItem } from '../site/door.ts'
import type { MailingConsent, MailingRecipient } from './collections.ts'

/** What a reader of a mailing did at the door, and when, ms since 1970. */
export type ReaderDeed =
  Exclude<QueueItem, { did: 'ordered' }> extends infer D
    ? D extends { readonly did: string }
      ? Omit<D, 'number'>
      : never
    : never

/** What of a reader’s record deeds change. */
export type ReaderStand = Pick<MailingRecipient, 'opened' | 'clicked' | 'unsubscribed' | 'subscribedAgain' | 'reason'>

/** What of a consent they change. */
export type ConsentStand = Pick<
  MailingConsent,
  'given' | 'givenBy' | 'givenWhere' | 'withdrawn' | 'withdrawnBy' | 'mailing' | 'reason'
>

/** A reader’s record behind a deed: in whatever order deeds come, and however often, it comes to the same (SPEC BM3). */
export function readerBehind(stand: ReaderStand, deed: ReaderDeed): ReaderStand {
  switch (deed.did) {
    case 'opened':
      return { ...stand, opened: earliest(stand.opened, deed.at) }
    case 'clicked':
      // Who follows a link has the letter open, though its picture was not fetched.
      return { ...stand, clicked: earliest(stand.clicked, deed.at), opened: earliest(stand.opened, deed.at) }
    case 'subscribedAgain':
      return { ...stand, subscribedAgain: latest(stand.subscribedAgain, deed.at) }
    case 'unsubscribed':
      return isLater(deed, stand.unsubscribed, stand.reason)
        ? { ...stand, unsubscribed: deed.at, reason: deed.reason || null }
        : stand
  }
}

/** What is said of the reader’s address behind a deed; the same, where the deed says nothing of it. */
export function consentBehind(stand: ConsentStand, deed: ReaderDeed, mailing: string): ConsentStand {
  if (deed.did === 'subscribedAgain')
    return deed.at > (stand.given ?? 0)
      ? { ...stand, given: deed.at, givenBy: 'unsubscribePage', givenWhere: null }
      : stand
  if (deed.did !== 'unsubscribed') return stand
  const known = `${stand.reason ?? ''}\n${stand.withdrawnBy ?? ''}\n${stand.mailing ?? ''}`
  const said = `${deed.reason}\n${deed.by}\n${mailing}`
  const isNew = deed.at > (stand.withdrawn ?? 0) || (deed.at === stand.withdrawn && said > known)
  if (!isNew) return stand
  return { ...stand, withdrawn: deed.at, withdrawnBy: deed.by, mailing, reason: deed.reason || null }
}

/** Whether a reader has unsubscribed, and not come back since. */
export function isUnsubscribed({
  unsubscribed,
  subscribedAgain,
}: Pick<ReaderStand, 'unsubscribed' | 'subscribedAgain'>): boolean {
  return unsubscribed !== null && unsubscribed >= (subscribedAgain ?? 0)
}

/** Of two at one moment the one whose reason is the greater text counts: the order of coming must not. */
function isLater({ at, reason }: { at: number; reason: string }, known: number | null, knownReason: string | null) {
  return at > (known ?? 0) || (at === known && reason > (knownReason ?? ''))
}

function earliest(known: number | null, at: number): number {
  return known === null ? at : Math.min(known, at)
}

function latest(known: number | null, at: number): number {
  return Math.max(known ?? 0, at)
}
