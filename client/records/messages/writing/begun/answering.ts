import { type Answering, answeredSubject, readersOf } from '../../../../../shared/letters/answering/answering.ts'
import { writeQuote } from '../../../../../shared/letters/answering/quote.ts'
import type { Letter, MailAccount } from '../../../../../shared/letters/collections.ts'
import { readMailbox, writeMailbox } from '../../../../../shared/letters/mailbox.ts'
import type { useWords } from '../../../../ui/words/words.tsx'
import type { MessageStart } from './start.ts'

/** A letter as it is answered or passed on. */
export interface AnsweredLetter {
  readonly collection: 'letters' | 'ownLetters'
  readonly letter: Letter
  /** Its words, plain. */
  readonly words: string
}

/** What an answer is begun with besides its letter. */
export interface AnsweringGround {
  readonly words: Pick<ReturnType<typeof useWords>, 't' | 'format'>
  /** All accounts, and those by which whoever looks may send. */
  readonly all: readonly MailAccount[]
  readonly own: readonly MailAccount[]
  readonly order: MessageStart['order']
}

/** The message that an answer begins as (shared/letters/answering/SPEC). */
export function startOfAnswer(answered: AnsweredLetter, mode: Answering, ground: AnsweringGround): MessageStart {
  const { letter, collection, words } = answered
  const addresses = ground.all.flatMap(({ address }) => address ?? [])
  const { to, cc } = readersOf(letter, mode, addresses)
  const isForward = mode === 'forward'
  const reference = `${collection}/${letter.id}`
  const typed = {
    to: to.map(({ address }) => address).join(', ') || null,
    cc: cc.map(({ address }) => address),
    subject: answeredSubject(letter.subject, mode),
    quote: writeQuote({ head: isForward ? forwardHead(letter, ground) : replyHead(letter, ground), words }),
    ...(isForward ? { forwards: reference } : { answers: reference }),
    ...accountOf(letter, ground),
  }
  const begun = { key: `${mode}_${letter.id}`, typed, enclosures: isForward ? letter.attachments : [] }
  return { customer: letter.customer, order: ground.order, contact: letter.contact, begun }
}

/** The account that the letter came to, or went by, where it may be written by. */
function accountOf({ places }: Letter, { own }: AnsweringGround) {
  const account = places.find((place) => own.some(({ id }) => id === place.account))?.account
  return account ? { account } : {}
}

function replyHead(letter: Letter, { words: { t, format } }: AnsweringGround): string {
  return t('messages.write.wrote', { when: format.dateTime(timeOf(letter)), who: writerOf(letter) })
}

function forwardHead(letter: Letter, { words: { t, format } }: AnsweringGround): string {
  const to = letter.to.map((one) => writeMailbox(readMailbox(one))).join(', ')
  const params = { from: writerOf(letter), to, when: format.dateTime(timeOf(letter)), subject: letter.subject ?? '' }
  return t('messages.write.passedOn', params)
}

function timeOf({ sent, received, madeAt }: Letter): number {
  return sent ?? received ?? madeAt
}

function writerOf({ fromName: name, fromAddress: address }: Letter): string {
  return writeMailbox({ name, address: address ?? '' })
}
