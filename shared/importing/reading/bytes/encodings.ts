/** Encodings in which files of tables, cards and statements come, as `TextDecoder` names them. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'ibm866', 'koi8-r'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Of a file: more says nothing new. */
const LOOKED_AT = 65_536
/** Of the bytes that are no ASCII, so many at least are whole characters in a file of UTF-8 with torn places. */
const MOSTLY = 0.9

/**
 * The encoding of a text: by its mark; by zeros, which only UTF-16 has; by form, since other texts are hardly ever UTF-8 by
 * chance; else by which of the old encodings makes Russian of it. Null: the bytes are no text.
 */
export function findEncoding(bytes: Uint8Array): Encoding | null {
  return markedEncoding(bytes) ?? unmarkedEncoding(bytes.subarray(0, LOOKED_AT), bytes)
}

function markedEncoding([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

function unmarkedEncoding(sample: Uint8Array, bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (even + odd > 0) return wideEncoding(even, odd)
  const { whole, torn } = countCharacters(bytes)
  return whole >= (whole + torn) * MOSTLY ? 'utf-8' : oldEncoding(sample)
}

/** The high byte of a Latin letter, a sign or a line's end is zero: it stands first or second. Zeros in both places are no text. */
function wideEncoding(even: number, odd: number): Encoding | null {
  if (odd >= 4 * even) return 'utf-16le'
  return even >= 4 * odd ? 'utf-16be' : null
}

/** How many characters of several bytes are whole UTF-8, and how many bytes are of none. */
function countCharacters(bytes: Uint8Array): { readonly whole: number; readonly torn: number } {
  let whole = 0
  let torn = 0
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at)
    if (length === 0) torn++
    else if (length > 1) whole++
    at += Math.max(1, length)
  }
  return { whole, torn }
}

/** The length of the character of UTF-8 that stands there; 0 where none does. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

function oldEncoding(sample: Uint8Array): Encoding {
  const scored = (['windows-1251', 'ibm866', 'koi8-r'] as const).map((encoding) => {
    return { encoding, score: likeness(new TextDecoder(encoding).decode(sample)) }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).encoding
}

/** The letters that make two thirds of a Russian text. */
const COMMON = /[оеаинтсрвлк]/g
const SMALL_BEFORE_CAPITAL = /[а-яё][А-ЯЁ]/g
/** Frames, mathematics and letters of other languages: what a Russian text in a wrong encoding is full of. */
const ODD = /[^\p{ASCII}А-Яа-яЁё№«»—–…“”„ \u2018\u2019•©®°±§€₽]/gu

/** How much a text is like Russian; by it readings of the same bytes are compared. */
function likeness(text: string): number {
  return count(text, COMMON) - 3 * count(text, SMALL_BEFORE_CAPITAL) - 3 * count(text, ODD)
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
