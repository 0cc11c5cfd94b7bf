import { COMPANY, company } from '../../../shared/company/collections.ts'
import { type Threaded, threadedTo } from '../../../shared/letters/answering/answering.ts'
import { quoteLines } from '../../../shared/letters/answering/quote.ts'
import { findLetter } from '../../../shared/letters/find-letter.ts'
import { readMailboxes } from '../../../shared/letters/mailbox.ts'
import { type Body, bodyOfText } from '../../../shared/messages/body/body.ts'
import { letterOf } from '../../../shared/messages/body/html.ts'
import { plainOf } from '../../../shared/messages/body/plain.ts'
import { readBody } from '../../../shared/messages/body/read-body.ts'
import type { Message } from '../../../shared/messages/collections.ts'
import { type Find, waysOfCompany } from '../../../shared/messages/parameters/around.ts'
import type { Mail } from '../../../shared/messages/sending.ts'
import type { Organisation } from '../../../shared/print/trade/deal-of.ts'
import { type Enclosure, type Letter, messageIdOf } from './letter.ts'

/** In whose name a letter goes. */
export type Sender = Letter['from']

/** What of a letter follows from in whose name it goes. */
export interface Named {
  readonly from: Sender
  readonly replyTo: string | null
  /** Plain lines under the text; empty: none. */
  readonly signature: string
}

/** Where nobody has said in whose name letters go. */
const NOBODY = 'nobody@voronka.invalid'

/** Who writes: as the settings say, else the company with its organisation's address. */
export function senderOf(mail: Mail<string> | null, find: Find, all: readonly Organisation[]): Sender {
  const own = find(company, COMPANY)?.name ?? ''
  if (mail) return { name: mail.fromName || own, address: mail.fromAddress }
  const address = all.find(({ gone, email }) => !gone && email !== null)?.email
  return { name: own, address: address ?? NOBODY }
}

/** A message as a letter. Its Message-ID is of the company's domain, by whatever account it goes (SPEC SN1). */
export function composed(
  message: Message,
  { from, replyTo, signature }: Named,
  { find, company: address, enclosures }: { find: Find; company: string; enclosures: readonly Enclosure[] },
): Letter {
  const body = signed(readBody(message.body), signature)
  const { quote } = message
  const isForwarded = message.forwards !== null
  return {
    messageId: messageIdOf(message.id, message.asked ?? 0, address),
    from,
    replyTo,
    to: readMailboxes(message.to ?? '').map(({ address }) => address),
    cc: message.cc,
    bcc: message.bcc,
    thread: threadOf(message, find),
    subject: message.subject ?? '',
    text: [plainOf(body), ...(quote === null ? [] : [quoteLines(quote, isForwarded)])].join('\n\n'),
    html: letterOf(body, waysOfCompany(find).language, quote),
    isAutomatic: message.author === null,
    date: new Date(),
    enclosures,
  }
}

function signed(body: Body, signature: string): Body {
  const lines = signature.trim() === '' ? [] : bodyOfText(signature.trim()).content
  return { ...body, content: [...body.content, ...lines] }
}

/** The thread that a letter goes on with; none, where what it answers is not here. */
function threadOf({ answers }: Message, find: Find): Threaded {
  const letter = answers === null ? null : findLetter(answers, find)
  return letter === null ? { inReplyTo: null, references: [] } : threadedTo(letter)
}
