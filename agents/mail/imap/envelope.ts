import type { MessageAddressObject, MessageEnvelopeObject } from 'imapflow'

/** What an envelope says, as lines of headers. */
export function linesOf(envelope: MessageEnvelopeObject): Uint8Array<ArrayBuffer> {
  const { date, subject, messageId, inReplyTo, from, to, cc, bcc, replyTo } = envelope
  const said: readonly (readonly [name: string, value: string | undefined])[] = [
    ['From', mailboxes(from)],
    ['To', mailboxes(to)],
    ['Cc', mailboxes(cc)],
    ['Bcc', mailboxes(bcc)],
    ['Reply-To', mailboxes(replyTo)],
    ['Subject', subject],
    ['Date', date && new Date(date).toUTCString()],
    ['Message-ID', messageId],
    ['In-Reply-To', inReplyTo],
  ]
  const lines = said.flatMap(([name, value]) => (value ? [`${name}: ${oneLine(value)}\r\n`] : []))
  return new TextEncoder().encode(`${lines.join('')}\r\n`)
}

function mailboxes(all: readonly MessageAddressObject[] = []): string {
  return all
    .flatMap(({ name, address }) => (address ? [name ? `"${name.replace(/["\\]/g, ' ')}" <${address}>` : address] : []))
    .join(', ')
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
