import {
  type Attachment,
  type IconvConstructor,
  type ParsedMail,
  parseAddressHeader,
  type SimpleParserOptions,
  simpleParser,
} from 'mailparser'
import type { Enclosure, ParsedLetter } from '../../../shared/letters/letter.ts'
import { automaticOf } from './automatic.ts'
import { Charset, textOf } from './charset.ts'
import { type HeaderLine, headBytes, headerLines, headerOf, headText, idsIn, timeIn } from './header-lines.ts'
import { mailboxesOf } from './mailboxes.ts'
import { plainText } from './plain-text.ts'
import { withCharsets } from './told-charsets.ts'

const OPTIONS: SimpleParserOptions = {
  // It is given a charset's name, and is written to as to a stream, or asked for words at once.
  Iconv: Charset as unknown as IconvConstructor,
  keepCidLinks: true,
  skipTextLinks: true,
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  checksumAlgo: false,
}
/** What stands where bytes were no text. */
const LOST = '\ufffd'
/** Longer HTML than this, in signs, is not made into plain text. */
const HTML_MOST = 2_000_000

/**
 * Takes a letter apart (SPEC MP1). Whatever the bytes are, it gives a letter: of one that cannot be taken apart what its headers say,
 * and why.
 */
export async function readLetter(raw: Uint8Array): Promise<ParsedLetter> {
  const lines = headerLines(headText(raw))
  try {
    const mail = await parsed(raw)
    const letter = letterOf(mail, raw, lines)
    return isEmpty(letter) && saysMore(raw) ? { ...letter, unparsed: 'none of its parts could be found' } : letter
  } catch (error) {
    return { ...(await readHeaders(raw)), unparsed: reasonOf(error) }
  }
}

/** What the headers of a letter say, and nothing of its parts. */
export async function readHeaders(raw: Uint8Array): Promise<ParsedLetter> {
  return letterOf(await headersAlone(raw), raw, headerLines(headText(raw)))
}

/** Where bytes of its text are none in the charset that is told, it is read again with another. */
async function parsed(raw: Uint8Array): Promise<ParsedMail> {
  const bytes = readableHead(raw)
  const mail = await simpleParser(bytes, { ...OPTIONS, maxHtmlLengthToParse: HTML_MOST })
  if (!`${mail.text ?? ''}${mail.html || ''}`.includes(LOST)) return mail
  const { text, html } = await simpleParser(withCharsets(bytes), { ...OPTIONS, maxHtmlLengthToParse: HTML_MOST })
  return { ...mail, ...(text !== undefined && { text }), ...(html !== undefined && { html }) }
}

/** An encoded word, which may hold only ASCII. */
const WORD = /=\?[\w-]+\?q\?[^?]*\?=/gi

/** Headers with bytes beyond ASCII are put into UTF-8, and such bytes amid an encoded word into its code: the parser takes them for that. */
function readableHead(raw: Uint8Array): Buffer {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length)
  const head = Buffer.from(headBytes(raw))
  if (head.every((byte) => byte < 128)) return bytes
  const words = head.toString('latin1').replace(WORD, (word) =>
    // A sign of this text is a byte.
    word.replace(/\P{ASCII}/gu, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`),
  )
  const lines = textOf(Buffer.from(words, 'latin1'), '').replace(/\r\n?|\n/g, '\r\n')
  return Buffer.concat([Buffer.from(lines), bytes.subarray(head.length)])
}

async function headersAlone(raw: Uint8Array): Promise<ParsedMail> {
  const kept = headText(raw)
    .slice(0, 64 * 1024)
    .replace(/^content-[^\n]*(?:\n[ \t][^\n]*)*\n?/gim, '')
  try {
    return await simpleParser(Buffer.from(`${kept.replace(/\n/g, '\r\n')}\r\n\r\n`), OPTIONS)
  } catch {
    // Its headers are beyond reading, too: it is shown as it came, which is told by its reason.
    return { attachments: [], headers: new Map(), headerLines: [] }
  }
}

function letterOf(mail: ParsedMail, raw: Uint8Array, lines: readonly HeaderLine[]): ParsedLetter {
  const [messageId = null] = idsIn(headerOf(lines, 'message-id'))
  const people = (name: 'from' | 'to' | 'cc' | 'bcc' | 'replyTo', header: string = name) =>
    mailboxesOf(mail[name] ?? parseAddressHeader(headerOf(lines, header)))
  const [from = null] = people('from')
  const references = [...idsIn(headerOf(lines, 'references')), ...idsIn(headerOf(lines, 'in-reply-to'))]
  return {
    subject: mail.subject?.replace(/\s+/g, ' ').trim() || null,
    from,
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    replyTo: people('replyTo', 'reply-to'),
    sent: timeIn(headerOf(lines, 'date')),
    messageId,
    references: [...new Set(references)],
    body: { text: textIn(mail), html: mail.html || null, headers: headText(raw) },
    enclosures: mail.attachments.map(enclosureOf),
    automatic: automaticOf(lines),
    unparsed: null,
  }
}

/** The parser makes text of HTML only where that is the whole letter, or stands beside text. */
function textIn({ text, html }: ParsedMail): string {
  return (text ?? '').trim() || plainText(html || '')
}

function enclosureOf({ filename, contentType, cid, content }: Attachment): Enclosure {
  return { name: filename?.trim() || null, type: contentType.toLowerCase(), cid: cid || null, bytes: content }
}

function isEmpty({ body, enclosures }: ParsedLetter): boolean {
  return body.text === '' && body.html === null && enclosures.length === 0
}

/** Something stands behind its headers that is no mere boundary of parts; or it is of no bytes at all. */
function saysMore(raw: Uint8Array): boolean {
  const behind = Buffer.from(raw).subarray(headBytes(raw).length).toString('latin1')
  return raw.length === 0 || /\S/.test(behind.replace(/^--\S.*$/gm, ''))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
