import type { Enclosure, ParsedLetter } from '../../../shared/letters/letter.ts'
import type { Refused } from '../../../shared/letters/refused.ts'
import { textOf } from './charset.ts'
import { type HeaderLine, headerLines, headerOf, headText, idsIn } from './header-lines.ts'

/** What a report of delivery says: whom a letter did not reach, and which letter that was. */
export interface Report {
  readonly refused: readonly Refused[]
  /** Without angle brackets; null: it does not say. */
  readonly messageId: string | null
}

const STATUS = 'message/delivery-status'
/** The letter that came back, or its headers. */
const RETURNED = ['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers']
const ADDRESS = /[^\s<>;,"]+@[^\s<>;,"]+/g

/** What a letter reports of another that failed for good (RFC 3464, X-Failed-Recipients); null: nothing. A delay is none. */
export function reportOf(letter: ParsedLetter): Report | null {
  if (letter.automatic !== 'bounce') return null
  const refused = [...fromStatus(letter.enclosures), ...fromHeader(letter)]
  const once = refused.filter((one, i) => refused.findIndex(({ address }) => address === one.address) === i)
  return once.length === 0 ? null : { refused: once, messageId: returnedId(letter) }
}

/** Of each reader a group of lines: Final-Recipient, Action, Status, Diagnostic-Code. */
function fromStatus(enclosures: readonly Enclosure[]): readonly Refused[] {
  const groups = enclosures
    .filter(({ type }) => type === STATUS)
    .flatMap(({ bytes }) =>
      textOf(bytes, '')
        .replace(/\r\n?/g, '\n')
        .split(/\n\s*\n/),
    )
  return groups.flatMap((group) => {
    const lines = headerLines(group)
    if (headerOf(lines, 'action')?.toLowerCase() !== 'failed') return []
    const address = addressIn(lines, 'original-recipient') ?? addressIn(lines, 'final-recipient')
    const said = headerOf(lines, 'diagnostic-code')?.replace(/^\w+;\s*/, '') || headerOf(lines, 'status')
    return address === null ? [] : [{ address, said: said ?? '' }]
  })
}

/** `rfc822; ivan@client.example` */
function addressIn(lines: readonly HeaderLine[], name: string): string | null {
  return headerOf(lines, name)?.match(ADDRESS)?.[0].toLowerCase() ?? null
}

function fromHeader({ body }: ParsedLetter): readonly Refused[] {
  const named = headerOf(headerLines(body.headers), 'x-failed-recipients')?.match(ADDRESS) ?? []
  const said = body.text.split('\n').find((line) => /\b5\d\d\b|\b5\.\d\.\d/.test(line)) ?? ''
  return named.map((address) => ({ address: address.toLowerCase(), said: said.trim() }))
}

function returnedId({ enclosures, references }: ParsedLetter): string | null {
  const returned = enclosures.filter(({ type }) => RETURNED.includes(type))
  const ids = returned.flatMap(({ bytes }) => idsIn(headerOf(headerLines(headText(bytes)), 'message-id')))
  return ids[0] ?? references.at(-1) ?? null
}
