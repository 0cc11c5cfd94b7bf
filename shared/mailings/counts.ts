import type { Mailing, MailingRecipient } from './collections.ts'
import { isUnsubscribed } from './deeds.ts'

/** What became of a mailing so far, as its header has it. */
export type Counts = Pick<
  Mailing,
  'waiting' | 'doubtful' | 'sent' | 'failed' | 'bounced' | 'leftOut' | 'opened' | 'clicked' | 'unsubscribed'
>

/** Counts readers by how they stand; `sent` are all that went, those too that came back. */
export function countsOf(readers: Iterable<MailingRecipient>): { readonly [N in keyof Counts]: number } {
  const counts = {
    waiting: 0,
    doubtful: 0,
    sent: 0,
    failed: 0,
    bounced: 0,
    leftOut: 0,
    opened: 0,
    clicked: 0,
    unsubscribed: 0,
  }
  for (const reader of readers) {
    if (reader.gone) continue
    if (reader.sent !== null) counts.sent++
    if (reader.state === 'waiting') counts.waiting++
    if (reader.state === 'doubtful') counts.doubtful++
    if (reader.state === 'failed') counts.failed++
    if (reader.state === 'hardBounced' || reader.state === 'softBounced') counts.bounced++
    if (reader.state === 'leftOut') counts.leftOut++
    if (reader.opened !== null) counts.opened++
    if (reader.clicked !== null) counts.clicked++
    if (isUnsubscribed(reader)) counts.unsubscribed++
  }
  return counts
}

/**
 * What part a count is, in tenths of a percent: what came back, of all that was tried; what readers did, of what went. Null of other
 * counts, and where nothing was tried or went yet.
 */
export function shareOf(name: keyof Counts | 'all', mailing: Pick<Mailing, keyof Counts | 'all'>): number | null {
  const { all, waiting, leftOut, failed, doubtful, sent } = mailing
  const tried = (all ?? 0) - (waiting ?? all ?? 0) - (leftOut ?? 0) - (failed ?? 0) - (doubtful ?? 0)
  const isDeed = name === 'opened' || name === 'clicked' || name === 'unsubscribed'
  const whole = name === 'bounced' ? tried : isDeed ? (sent ?? 0) : 0
  return whole > 0 ? Math.round(((mailing[name] ?? 0) * 1000) / whole) : null
}
