import { type Body, type Inline, type Paragraph, paragraph, textNode } from '../../messages/body/body.ts'
import { readBody } from '../../messages/body/read-body.ts'
import type { MessageTemplate } from '../../messages/collections.ts'
import { fillBody } from '../../messages/filling/fill-body.ts'
import { fillLine } from '../../messages/filling/fill-text.ts'
import { namesIn } from '../../messages/filling/problems.ts'
import { type Around, customerOf, type Find, waysOfCompany } from '../../messages/parameters/around.ts'
import { parameterNamed } from '../../messages/parameters/parameters.ts'
import { MESSAGE_WORDS } from '../../messages/words.ts'
import { orders } from '../../orders/collections.ts'
import { blankRow } from '../../records/reading/blank.ts'
import type { MailingRecipient } from '../collections.ts'

/** What one reader is told. */
export interface ReaderText {
  readonly subject: string
  readonly body: Body
}

/** What a reader’s text is made of. */
export interface ForReader {
  readonly template: Pick<MessageTemplate, 'way' | 'subject' | 'body'>
  readonly reader: Pick<MailingRecipient, 'customer' | 'contact'>
  /** In whose name it is, by id; null: the company has none. */
  readonly organisation: string | null
  readonly find: Find
  /** Where the reader unsubscribes; null: nowhere, as of an SMS without a door. */
  readonly unsubscribe: string | null
}

/** A template filled for a reader; a letter without a link of its own to unsubscribe has one at its end (SPEC BM6). */
export function readerText({ template, reader, organisation, find, unsubscribe }: ForReader): ReaderText {
  const around = aroundReader(reader, { organisation, find, unsubscribe })
  const body = fillBody(readBody(template.body), 'mailing', around)
  const hasToLead = template.way === 'letter' && unsubscribe !== null && !leadsOut(template)
  return {
    subject: fillLine(template.subject ?? '', 'mailing', around),
    body: hasToLead ? { ...body, content: [...body.content, footer(unsubscribe, find)] } : body,
  }
}

/** Whether a template has a link by which its readers unsubscribe. */
export function leadsOut(template: Pick<MessageTemplate, 'way' | 'subject' | 'body'>): boolean {
  return namesIn(template).some((name) => parameterNamed('mailing', name)?.name === 'unsubscribe')
}

/** No order stands behind a mailing: it is told as of one that has nothing but the reader. */
function aroundReader(
  { customer, contact }: ForReader['reader'],
  { organisation, find, unsubscribe }: Pick<ForReader, 'organisation' | 'find' | 'unsubscribe'>,
): Around {
  const order = blankRow(orders, { customer, contact, organisation })
  const responsible = customerOf({ order, find })?.responsible ?? null
  return { order: { ...order, responsible }, find, ...(unsubscribe !== null && { unsubscribe }) }
}

function footer(href: string, find: Find): Paragraph {
  const { unsubscribeLead, unsubscribe } = MESSAGE_WORDS[waysOfCompany(find).language]
  const link: Inline = textNode(unsubscribe, [{ type: 'link', attrs: { href } }])
  return paragraph([textNode(`${unsubscribeLead} `), link])
}
