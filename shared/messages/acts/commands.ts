import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { type Body, inlinesOf, writeBody } from '../body/body.ts'
import { plainOf, smsOf } from '../body/plain.ts'
import { readBody } from '../body/read-body.ts'
import { type MessageState, messages, type Way } from '../collections.ts'
import type { LetterSender } from '../letter-sender.ts'
import { LONGEST_QUOTE, LONGEST_SUBJECT, MOST_PARTS } from '../limits.ts'
import { waysOfCompany } from '../parameters/around.ts'
import { smsParts } from '../sms/parts.ts'
import { readAddress, readReaders } from './address.ts'
import { callOff, isWaiting, whyByHand } from './call-off.ts'

/** What people write goes not before so many ms have passed, and at least so many: so long it can be called off. */
const USUAL_DELAY = 30_000
const LEAST_DELAY = 10_000
/** The longest text of a letter, in signs: below what a body may have, so that none is cut off. */
const LONGEST_LETTER = 40_000

/** A message as somebody writes it. What a template says stands in subject and body already, filled. */
export interface NewMessage {
  readonly id: string
  readonly way: Way
  /** An address of mail, or several as people type them; or a phone number in any spelling. */
  readonly to: string
  readonly cc?: readonly string[]
  readonly bcc?: readonly string[]
  readonly subject?: string
  /** In the form of body.ts, or plain text. */
  readonly body: string
  /** Words of another letter that stand below, plain lines. */
  readonly quote?: string | null
  readonly papers?: readonly string[]
  readonly files?: readonly string[]
  readonly order?: string | null
  readonly customer?: string | null
  readonly contact?: string | null
  readonly template?: string | null
  /** Of a letter: by whose account it goes. */
  readonly sender?: LetterSender
  /** The very account by which it goes, in the place of what `sender` says. */
  readonly account?: string | null
  /** Of an SMS: the person's own phone that it goes by. */
  readonly phone?: string | null
  /** The letters that it answers and passes on, as `<collection>/<id>`. */
  readonly answers?: string | null
  readonly forwards?: string | null
  /** After so many ms it goes. */
  readonly delay?: number
  /** «Отправить позже»: not before then, ms since 1970. */
  readonly notBefore?: number | null
}

/**
 * Puts a message among the outgoing ones (SPEC TX11). Failures `address-missing`, `address-wrong`, `message-empty`,
 * `message-long`, `sms-long`, `message-parameter`.
 */
export function writeMessage(tx: Transaction, { delay = USUAL_DELAY, notBefore = null, ...message }: NewMessage): void {
  const { id, way, subject, sender = 'company', cc = [], bcc = [], ...rest } = message
  const body = readBody(message.body)
  checkText(way, subject?.trim() ?? '', body)
  checkLength(message.quote ?? '', LONGEST_QUOTE)
  const due = Math.max(tx.now() + Math.max(delay, LEAST_DELAY), notBefore ?? 0)
  const said = {
    to: addressIn(tx, message),
    subject: way === 'sms' ? null : oneLine(subject ?? ''),
    body: writeBody(body),
    ...(way === 'letter' && { sender, cc: readersIn(cc), bcc: readersIn(bcc) }),
  }
  tx.create(messages, id, { ...rest, ...said, way, state: 'waiting', author: tx.person, due })
}

/** Calls off a message that has not gone. Failure `message-not-waiting`. */
export function cancelMessage(tx: Transaction, { id }: { readonly id: string }): void {
  // One that is nowhere is refused as such.
  tx.get(messages, id)
  if (!callOff(tx, id, whyByHand(tx))) throw new Failure('message-not-waiting')
}

/** States from which a message is sent again. */
const UNSENT: readonly (MessageState | null)[] = ['failed', 'doubtful', 'cancelled']

/** Asks for a message once more. Failure `message-not-failed`. */
export function sendAgain(tx: Transaction, { id }: { readonly id: string }): void {
  const { state, asked } = tx.get(messages, id)
  if (!UNSENT.includes(state)) throw new Failure('message-not-failed')
  const anew = { attempts: null, why: null, sent: null, outer: null, raw: null }
  tx.set(messages, id, { ...anew, state: 'waiting', asked: (asked ?? 0) + 1, due: tx.now() + LEAST_DELAY })
}

/** What came of a message, as who sends says. */
export interface MessageEnd {
  readonly id: string
  /** For which asking: as the message had it when it was taken. */
  readonly asked: number
  /** `waiting`: it is tried again when it is `due`. */
  readonly state: MessageState
  /** In the form of rules/why.ts. */
  readonly why: string | null
  readonly outer?: string
  /** The name and address that it went in the name of. */
  readonly from?: string
  /** SHA-256 of the whole letter, where it is still to be put into the folder of sent mail of the `account` that it went by. */
  readonly raw?: string | null
  readonly account?: string
  readonly attempts?: number
  readonly due?: number
}

/** That it went, or may have gone, is true whatever was asked for meanwhile. */
const FACTS: readonly MessageState[] = ['sent', 'doubtful']

/** Writes what came of a message (SPEC TX12). What was called off, or asked for anew, meanwhile stays so, unless it went all the same. */
export function settleMessage(tx: Transaction, { id, asked, ...end }: MessageEnd): void {
  const message = tx.get(messages, id)
  if (message.state === 'sent') return
  const isStill = isWaiting(message) && (message.asked ?? 0) === asked
  if (!isStill && !FACTS.includes(end.state)) return
  tx.set(messages, id, { ...end, ...(end.state === 'sent' && { sent: tx.now() }) })
}

function addressIn(tx: Transaction, { way, to }: NewMessage): string {
  if (to.trim() === '') throw new Failure('address-missing')
  if (way === 'letter') return readersIn([to]).join(', ')
  const { country } = waysOfCompany((collection, id) => tx.find(collection, id))
  const address = readAddress(way, to, country)
  if (address === null) throw new Failure('address-wrong', { address: to.trim() })
  return address
}

function readersIn(typed: readonly string[]): readonly string[] {
  const readers = readReaders(typed.join(', '))
  if ('wrong' in readers) throw new Failure('address-wrong', { address: readers.wrong })
  return readers.all
}

function checkText(way: Way, subject: string, body: Body): void {
  const open = inlinesOf(body.content).find((piece) => piece.type === 'parameter')
  if (open?.type === 'parameter') throw new Failure('message-parameter', { parameter: open.attrs.name })
  const text = smsOf(body)
  if (text === '') throw new Failure('message-empty')
  if (way === 'letter') {
    checkLength(plainOf(body), LONGEST_LETTER)
    checkLength(subject, LONGEST_SUBJECT)
  } else {
    const parts = smsParts(text).parts.length
    if (parts > MOST_PARTS) throw new Failure('sms-long', { parts, most: MOST_PARTS })
  }
}

function checkLength({ length: signs }: string, most: number): void {
  if (signs > most) throw new Failure('message-long', { signs, most })
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]\s*/g, ' ').trim()
}
