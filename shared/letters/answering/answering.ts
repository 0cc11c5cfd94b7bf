import { LONGEST_SUBJECT } from '../../messages/limits.ts'
import type { Letter } from '../collections.ts'
import type { Mailbox } from '../letter.ts'
import { isSameAddress, readMailbox } from '../mailbox.ts'

/** «Ответить», «Ответить всем», «Переслать». */
export const ANSWERING = ['reply', 'replyAll', 'forward'] as const
export type Answering = (typeof ANSWERING)[number]

/** What words before a subject say that it is answered or passed on: `Re:`, `Re[2]:`, `Fwd:`, `Ha:`, `Отв:`. */
const BEFORE = /^\s*(?:re|fwd?|aw|wg|на|ha|отв|пер|пересл)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*/iu
/** A line of a header has a bound: of a long thread its beginning and its end are named. */
const MOST_REFERENCES = 20

/** The subject with `Re:` or `Fwd:` before it, once (SPEC MW1). */
export function answeredSubject(subject: string | null, mode: Answering): string {
  return `${mode === 'forward' ? 'Fwd' : 'Re'}: ${bareSubject(subject)}`.slice(0, LONGEST_SUBJECT).trim()
}

/** The subject without what says that it is answered or passed on. */
export function bareSubject(subject: string | null): string {
  let bare = subject ?? ''
  while (BEFORE.test(bare)) bare = bare.replace(BEFORE, '')
  return bare.trim()
}

type Headed = Pick<Letter, 'direction' | 'fromName' | 'fromAddress' | 'to' | 'cc' | 'replyTo'>

export interface Readers {
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
}

/** Whom an answer goes to; `own`: addresses of the own accounts, which are not written to (SPEC MW2). */
export function readersOf(letter: Headed, mode: Answering, own: readonly string[]): Readers {
  if (mode === 'forward') return { to: [], cc: [] }
  const all = (texts: readonly string[]) => texts.map(readMailbox)
  const writer = letter.fromAddress === null ? [] : [{ name: letter.fromName, address: letter.fromAddress }]
  const isOwn = ({ address }: Mailbox) => own.some((one) => isSameAddress(one, address))
  // An answer to what we wrote goes on to its readers.
  const isOurs = letter.direction === 'out' || writer.some(isOwn)
  const asked = isOurs ? all(letter.to) : letter.replyTo.length > 0 ? all(letter.replyTo) : writer
  const notOwn = [asked, isOurs ? [] : writer].map((some) => some.filter((one) => !isOwn(one)))
  // A note to oneself is answered to oneself.
  const back = notOwn.find((some) => some.length > 0) ?? asked
  if (mode === 'reply') return { to: once(back), cc: [] }
  const others = isOurs ? [] : all(letter.to).filter((one) => !isOwn(one))
  const to = once([...back, ...others])
  const cc = once(all(letter.cc).filter((one) => !isOwn(one))).filter((one) => !to.some((other) => isSame(one, other)))
  return { to, cc }
}

function once(all: readonly Mailbox[]): readonly Mailbox[] {
  return all.filter((one, i) => all.findIndex((other) => isSame(one, other)) === i)
}

function isSame(one: Mailbox, other: Mailbox): boolean {
  return isSameAddress(one.address, other.address)
}

/** What In-Reply-To and References of an answer say, without angle brackets (SPEC MW3). */
export interface Threaded {
  readonly inReplyTo: string | null
  readonly references: readonly string[]
}

export function threadedTo({ messageId, references }: Pick<Letter, 'messageId' | 'references'>): Threaded {
  const all = [...references.filter((one) => one !== messageId), ...(messageId === null ? [] : [messageId])]
  const named = all.length > MOST_REFERENCES ? [...all.slice(0, 1), ...all.slice(1 - MOST_REFERENCES)] : all
  return { inReplyTo: messageId, references: named }
}
