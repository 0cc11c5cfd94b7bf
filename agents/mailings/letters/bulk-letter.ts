import { organisations } from '../../../shared/company/collections.ts'
import type { Mailing, MailingRecipient } from '../../../shared/mailings/collections.ts'
import { withLinks } from '../../../shared/mailings/text/followed-links.ts'
import { readerText } from '../../../shared/mailings/text/reader-text.ts'
import { bodyOfText } from '../../../shared/messages/body/body.ts'
import { letterOf, letterWithDot } from '../../../shared/messages/body/html.ts'
import { plainOf, smsOf } from '../../../shared/messages/body/plain.ts'
import type { MessageTemplate } from '../../../shared/messages/collections.ts'
import { type Find, waysOfCompany } from '../../../shared/messages/parameters/around.ts'
import { readerToken } from '../../../shared/site/reader-links.ts'
import type { Replica } from '../../runtime/replica.ts'
import { senderOf } from '../../sending/letters/compose.ts'
import { type Letter, messageIdOf } from '../../sending/letters/letter.ts'
import type { LetterLine } from './lines.ts'

/** Where readers are led. */
export interface ReadersDoor {
  /** What links begin with, `https://crm.example`. */
  readonly publicAddress: string
  /** What their tokens are signed with. */
  readonly links: Uint8Array
}

/** What a letter or SMS of a mailing is made of. */
export interface Telling {
  readonly mailing: Pick<Mailing, 'id' | 'countsOpened' | 'countsClicked' | 'plusAddress'>
  readonly template: MessageTemplate
  readonly reader: Pick<MailingRecipient, 'id' | 'customer' | 'contact' | 'to' | 'asked'>
  readonly find: Find
  readonly replica: Pick<Replica, 'rows'>
}

/** The letter of one reader (SPEC BM14). */
export function bulkLetter(telling: Telling, door: ReadersDoor, line: LetterLine): Letter {
  const { mailing, reader, find } = telling
  const linkTo = (link: 'u' | 'o') => `${door.publicAddress}/${link}/${readerToken(door.links, link, reader.id)}`
  const unsubscribe = linkTo('u')
  const through = (url: string) =>
    `${door.publicAddress}/l/${readerToken(door.links, 'l', reader.id, url)}?to=${encodeURIComponent(url)}`
  const { subject, body: filled } = textOf(telling, unsubscribe)
  const signature = line.signature.trim() === '' ? [] : bodyOfText(line.signature.trim()).content
  const body = { ...filled, content: [...filled.content, ...signature] }
  const shown = mailing.countsClicked ? withLinks(body, through, unsubscribe) : body
  const { language } = waysOfCompany(find)
  const from = senderOf(line.mail, find, [...telling.replica.rows(organisations)])
  const messageId = messageIdOf(reader.id, reader.asked ?? 0, from.address)
  return {
    messageId,
    from,
    replyTo: null,
    to: [reader.to ?? ''],
    cc: [],
    bcc: [],
    thread: { inReplyTo: null, references: [] },
    subject,
    text: plainOf(body),
    html: mailing.countsOpened ? letterWithDot(shown, language, linkTo('o')) : letterOf(shown, language),
    isAutomatic: true,
    date: new Date(),
    enclosures: [],
    bulk: {
      listId: `${mailing.id}.mailings.${messageId.split('@')[1]}`,
      unsubscribe,
      returnPath: mailing.plusAddress ? returnPathOf(from.address, reader.id) : null,
    },
  }
}

/** The words of an SMS; its link to unsubscribe leads nowhere without a door. */
export function bulkSms(telling: Telling, door: ReadersDoor | null): string {
  const unsubscribe = door && `${door.publicAddress}/u/${readerToken(door.links, 'u', telling.reader.id)}`
  return smsOf(textOf(telling, unsubscribe).body)
}

function textOf({ template, reader, find, replica }: Telling, unsubscribe: string | null) {
  const organisation = [...replica.rows(organisations)].find(({ gone }) => !gone)?.id ?? null
  return readerText({ template, reader, organisation, find, unsubscribe })
}

/** `sales+<reader>@example.ru`: what comes back names its reader by where it comes to. */
function returnPathOf(address: string, reader: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${reader}${address.slice(at)}`
}
