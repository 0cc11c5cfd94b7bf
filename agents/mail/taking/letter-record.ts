import { generateNKeysBetween } from 'fractional-indexing'
import type { letters } from '../../../shared/letters/collections.ts'
import { saidTime } from '../../../shared/letters/ids.ts'
import type { Mailbox, ParsedLetter } from '../../../shared/letters/letter.ts'
import type { Draft } from '../../../shared/records/declarations/collection.ts'
import type { Listed } from '../box.ts'
import type { Kept } from './keep-bytes.ts'

/** So much of a letter’s words its record says, in signs. */
const SNIPPET = 200
/** So many readers are named, and so many letters of its thread: the first and the last. */
const MOST = 200
/** The longest line that a record has, in signs. */
const LINE = 1000
/** The longest name of a reader, in signs. */
const NAME = 200
/** Signs that are none of a line, or turn those behind them round: a name would read as another one. */
const TURNING = /[\p{Cc}\p{Bidi_Control}]/gu

/** What a record says of a letter that was taken in. */
export interface Recorded {
  readonly letter: ParsedLetter
  readonly listed: Listed
  readonly direction: 'in' | 'out'
  readonly kept: Kept
  /** The outgoing message that it is the copy of. */
  readonly message: string | null
}

/** The record of a letter, without its places. */
export function recordOf({ letter, listed, direction, kept, message }: Recorded): Draft<typeof letters> {
  const { subject, from, messageId, references, automatic, unparsed, body } = letter
  return {
    direction,
    subject: line(subject),
    fromName: line(from?.name ?? null),
    fromAddress: line(from?.address || null),
    to: readers(letter.to),
    cc: readers(letter.cc),
    bcc: readers(letter.bcc),
    replyTo: readers(letter.replyTo),
    sent: saidTime(letter.sent, listed.received),
    received: listed.received,
    messageId: line(messageId),
    references: atBothEnds(references).map((id) => cut(id, LINE)),
    snippet: snippetOf(body.text),
    body: kept.body,
    raw: kept.raw,
    size: listed.size,
    unparsed: line(unparsed),
    automatic,
    message,
    attachments: attachmentsOf(kept),
  }
}

function attachmentsOf({ enclosures }: Kept): NonNullable<Draft<typeof letters>['attachments']> {
  const places = generateNKeysBetween(null, null, enclosures.length)
  return Object.fromEntries(
    enclosures.map(({ name, type, cid, ...bytes }, i) => {
      const said = { name: line(name), type: cut(type, LINE), cid: line(cid) }
      return [`e${i}`, { ...said, ...bytes, place: places[i] ?? null }]
    }),
  )
}

function readers(all: readonly Mailbox[]): readonly string[] {
  return all.slice(0, MOST).map(({ name, address }) => readerOf(name, address))
}

/** Of a name that is too long its beginning stands: the address is what is written to. */
function readerOf(name: string | null, address: string): string {
  const whole = name === null ? address : `${cut(name, NAME)} <${address}>`
  return cut(whole, LINE)
}

/** What its words begin with: what it quotes is passed over, as long as there is more. */
function snippetOf(text: string): string | null {
  const own = text.split('\n').filter((one) => !one.startsWith('>'))
  return cut(own.join(' ').replace(/\s+/g, ' ').trim(), SNIPPET) || null
}

function atBothEnds(ids: readonly string[]): readonly string[] {
  return ids.length <= MOST ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MOST)]
}

function line(text: string | null): string | null {
  return text === null ? null : cut(text, LINE)
}

/** No sign is cut in two: half of one is none that can be sent. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(TURNING, '')
    .replace(/[\ud800-\udbff]$/, '')
}
