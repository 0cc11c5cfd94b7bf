import { Transform, type TransformCallback } from 'node:stream'
import { isRussian, likeness } from './likeness.ts'

/** Charsets that say nothing: they are named by programs that never looked at what they sent. */
const HOLLOW =
  /^(?:|us-?ascii|ascii|ansi_x3\.4-1968|utf-?8|iso-?8859-?1|latin-?1|windows-?1252|cp1252|unknown-8bit|8bit)$/
/** Those in which bytes below 128 say other things than in ASCII. */
const SHIFTING = /^(?:iso-2022|utf-16|utf16|csiso2022|ucs-2|unicode)/
/** Charsets of Russian letters, as TextDecoder calls them. */
const RUSSIAN = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'] as const

const UTF8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Text of bytes in a charset that may be wrong, unknown or not told: what reads as UTF-8 is UTF-8; else the one that is told, where it
 * says something and fits; else the one of Russian letters in which it reads most like Russian; else Western.
 */
export function textOf(bytes: Uint8Array, charset: string): string {
  const told = charset.trim().toLowerCase()
  if (SHIFTING.test(told)) return decoded(bytes, told) ?? guessed(bytes)
  const utf8 = inUtf8(bytes)
  if (utf8 !== null) return utf8
  if (HOLLOW.test(told)) return guessed(bytes)
  return decoded(bytes, told) ?? guessed(bytes)
}

function inUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes)
  } catch {
    return null
  }
}

/** Null: there is no such charset, or the bytes are none of its texts. */
function decoded(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(known(charset), { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Code pages by the numbers of Windows, where TextDecoder calls them otherwise. */
const PAGES: Readonly<Record<string, string>> = { cp932: 'shift_jis', cp936: 'gbk', cp949: 'euc-kr', cp950: 'big5' }

/** `win1251`, `cp-1251`, `windows1251` are all what is called `windows-1251`. */
function known(charset: string): string {
  const named = PAGES[charset]
  if (named !== undefined) return named
  const [, page] = /^(?:win|windows|cp|ms)[-_ ]?(125\d)$/.exec(charset) ?? []
  return page === undefined ? charset : `windows-${page}`
}

function guessed(bytes: Uint8Array): string {
  const texts = RUSSIAN.map((charset) => new TextDecoder(charset).decode(bytes))
  const [best = ''] = texts.sort((one, other) => likeness(other) - likeness(one))
  if (isRussian(best)) return best
  return new TextDecoder('windows-1252').decode(bytes)
}

/** What mailparser takes for its decoding of bodies and of words in headers. */
export class Charset extends Transform {
  readonly #charset: string
  readonly #pieces: Buffer[] = []

  constructor(charset: string) {
    super()
    this.#charset = charset
  }

  /** Words of a header, all at once. */
  convert(bytes: Uint8Array): Buffer {
    return Buffer.from(textOf(bytes, this.#charset))
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#pieces.push(piece)
    done()
  }

  override _flush(done: TransformCallback): void {
    done(null, this.convert(Buffer.concat(this.#pieces)))
  }
}
