import type { MailingRecipient } from '../../../shared/mailings/collections.ts'
import { readRefusal } from '../../../shared/mailings/outcomes/refusal.ts'
import { type Why, whyOf } from '../../../shared/rules/why.ts'
import { doubtful, type Outcome } from '../../sending/outcome.ts'

/** How a reader stands behind what was done, as the ledger and the record keep it. */
export type Stand = Pick<MailingRecipient, 'state' | 'why' | 'said'> & Partial<Pick<MailingRecipient, 'sent' | 'outer'>>

/**
 * What a try means: how its reader stands for good; that it is tried again; or that the mailing is not to go on, since the next readers
 * would fare no better.
 */
export type Result =
  | { readonly is: 'stand'; readonly stand: Stand }
  | { readonly is: 'again'; readonly why: Why; readonly of: 'message' | 'server' }
  | { readonly is: 'stop'; readonly why: Why }

/** A reader who was refused for now is tried so often. */
const MOST_TRIES = 4
/** Faults that no waiting mends: they are a matter of the settings. */
const OF_SETTINGS: readonly Why['code'][] = ['signInRefused', 'noTls']
/** The line broke, and nobody says whether the letter was taken before. */
const UNKNOWN: readonly Why['code'][] = ['cutOff', 'noAnswer']

/** What came of one try to tell a reader (SPEC BM15, BM16); `tries`: this one and those before. */
export function resultOf(outcome: Outcome, now: number, tries: number): Result {
  const { why } = outcome
  const said = answerOf(why)
  if (outcome.is === 'sent') return standing('sent', why, { sent: now, outer: outcome.outer })
  if (outcome.is === 'doubtful') return standing('doubtful', why)
  const refusal = said === null ? null : readRefusal(said)
  if (refusal === 'spam') return { is: 'stop', why: { code: 'takenForSpam', params: { answer: said ?? '' } } }
  if (outcome.is === 'failed') {
    if (outcome.ofSender) return { is: 'stop', why: { code: 'senderRefused', params: { answer: said ?? '' } } }
    if (refusal === 'hard' && why.code === 'declined') return standing('hardBounced', why)
    if (refusal === 'full' || refusal === 'soft') return standing('softBounced', boxOr(why, refusal))
    return standing('failed', why)
  }
  if (outcome.of === 'server')
    return OF_SETTINGS.includes(why.code) ? { is: 'stop', why } : { is: 'again', why, of: 'server' }
  if (UNKNOWN.includes(why.code)) return standing('doubtful', doubtful().why)
  if (refusal === 'full' || tries >= MOST_TRIES) return standing('softBounced', boxOr(why, refusal))
  return { is: 'again', why, of: 'message' }
}

function standing(state: Stand['state'], why: Why, more: Partial<Stand> = {}): Result {
  return { is: 'stand', stand: { state, why: whyOf(why.code, why.params), said: answerOf(why), ...more } }
}

function boxOr(why: Why, refusal: string | null): Why {
  return refusal === 'full' ? { code: 'boxFull', params: { answer: answerOf(why) ?? '' } } : why
}

/** What the other's server said; null: nothing. */
function answerOf({ params }: Why): string | null {
  return typeof params.answer === 'string' && params.answer !== '' ? params.answer : null
}
