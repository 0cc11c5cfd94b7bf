import { BROKEN } from '../bytes/decode.ts'
import { findEncoding } from '../bytes/encodings.ts'
import { type FileProblem, problemAt } from '../problem.ts'
import type { Property } from './contact.ts'
import type { ContentLine } from './lines.ts'
import { splitUnquoted } from './text.ts'

const NAME = /^(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_-]+)$/
/** Values of `ENCODING` that version 2.1 may give without a name. */
const BARE_ENCODING = /^(QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/i
/** Of these, bytes are no text. */
const BYTES = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY'])

/** A property and what is wrong with it; a line that is none gives its problem alone. */
export interface ReadProperty {
  readonly property: Property | null
  readonly problem: FileProblem | null
}

/** Reads a line of a card. */
export function readProperty({ line, text }: ContentLine): ReadProperty {
  const [head = '', ...rest] = splitUnquoted(text, ':')
  const [title = '', ...given] = splitUnquoted(head, ';')
  const [, group = null, name] = NAME.exec(title.trim()) ?? []
  if (name === undefined || rest.length === 0) {
    return { property: null, problem: problemAt(line, 'card-line', { text: text.slice(0, 60) }) }
  }
  const params = paramsOf(given)
  const property = { group, name: name.toUpperCase(), params, value: text.slice(head.length + 1) }
  return decoded(property, line)
}

function paramsOf(given: readonly string[]): Map<string, string[]> {
  const params = new Map<string, string[]>()
  for (const one of given) {
    const [key, values] = paramOf(one)
    if (values.length > 0) params.set(key, [...new Set([...(params.get(key) ?? []), ...values])])
  }
  return params
}

function paramOf(text: string): [string, string[]] {
  const equals = text.indexOf('=')
  const isBare = equals < 0
  const key = isBare
    ? BARE_ENCODING.test(text.trim())
      ? 'ENCODING'
      : 'TYPE'
    : text.slice(0, equals).trim().toUpperCase()
  const values = splitUnquoted(isBare ? text : text.slice(equals + 1), ',').map((value) => unquoted(value.trim()))
  const given = key === 'TYPE' ? values.flatMap((value) => value.toLowerCase().split(',')) : values
  return [key, given.filter((value) => value !== '')]
}

/** A parameter's value as RFC 6868 writes what would break its line. */
function unquoted(value: string): string {
  const plain = /^".*"$/s.test(value) ? value.slice(1, -1) : value
  return plain.replace(/\^(['n^])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign === "'" ? '"' : '^'))
}

function decoded(property: Property, line: number): ReadProperty {
  const encoding = property.params.get('ENCODING')?.[0]?.toUpperCase() ?? ''
  const charset = property.params.get('CHARSET')?.[0]
  const params = new Map([...property.params].filter(([key]) => key !== 'CHARSET' && key !== 'ENCODING'))
  if (encoding === 'QUOTED-PRINTABLE') {
    const value = property.value.replace(/(=[0-9A-Fa-f]{2})+/g, (run) => textOf(bytesOfQuoted(run), charset))
    return whole({ ...property, params, value }, line)
  }
  if (encoding !== 'B' && encoding !== 'BASE64') return whole({ ...property, params }, line)
  if (BYTES.has(property.name)) return { property, problem: null }
  const bytes = bytesOfBase64(property.value)
  if (bytes === null) return { property, problem: problemAt(line, 'card-value', { name: property.name }) }
  return whole({ ...property, params, value: textOf(bytes, charset) }, line)
}

/** The property, line breaks in it being `\n` alone; told where its bytes are no text. */
function whole(property: Property, line: number): ReadProperty {
  const value = property.value.replace(/\r\n|\n|\r/g, '\n')
  const isTorn = value.includes(BROKEN)
  return {
    property: { ...property, value },
    problem: isTorn ? problemAt(line, 'card-value', { name: property.name }) : null,
  }
}

function bytesOfQuoted(run: string): Uint8Array {
  return Uint8Array.from(run.slice(1).split('='), (hex) => Number.parseInt(hex, 16))
}

function bytesOfBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replace(/\s/g, '')), (sign) => sign.charCodeAt(0))
  } catch {
    return null
  }
}

/** Bytes as text: in the set of characters that the line names, else in the one that they look like. */
function textOf(bytes: Uint8Array, charset: string | undefined): string {
  const encoding = charset !== undefined && isCharset(charset) ? charset : (findEncoding(bytes) ?? 'utf-8')
  return new TextDecoder(encoding).decode(bytes)
}

function isCharset(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
