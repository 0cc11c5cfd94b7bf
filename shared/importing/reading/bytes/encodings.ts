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
  if (whole >= (whole + torn) * MOSTLY) return 'utf-8'
  // A short text is half torn by a few bytes; hardly any other text has more characters of UTF-8 than torn bytes.
  const old = oldEncoding(sample)
  return whole > torn && scoreOf('utf-8', sample) > scoreOf(old, sample) ? 'utf-8' : old
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
    return { encoding, score: scoreOf(encoding, sample) }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).encoding
}

function scoreOf(encoding: Encoding, sample: Uint8Array): number {
  return likeness(new TextDecoder(encoding).decode(sample))
}

/** How often each letter stands in Russian, of a thousand, as the usual tables have it, rounded. */
const OF_THOUSAND: Readonly<Record<string, number>> = {
  ...{
    о: 110,
    е: 85,
    а: 80,
    и: 74,
    н: 67,
    т: 63,
    с: 55,
    р: 47,
    в: 45,
    л: 44,
    к: 35,
    м: 32,
    д: 30,
    п: 28,
    у: 26,
    я: 20,
  },
  ...{
    ы: 19,
    ь: 17,
    г: 17,
    з: 16,
    б: 16,
    ч: 14,
    й: 12,
    х: 10,
    ж: 9,
    ш: 7,
    ю: 6,
    ц: 5,
    щ: 4,
    э: 3,
    ф: 3,
    ъ: 0.4,
    ё: 0.4,
  },
}
/** Were all letters as frequent. */
const EVEN = 1000 / 32
const LETTER = /[А-Яа-яЁё]/g
/** What reads as well in either case is small rather. */
const CAPITAL = 0.2
const SMALL_BEFORE_CAPITAL = /[а-яё][А-ЯЁ]/g
/** Frames, mathematics and letters of other languages: what a Russian text in a wrong encoding is full of. */
const ODD = /[^\p{ASCII}А-Яа-яЁё№«»—–…“”„ \u2018\u2019•©®°±§€₽]/gu

/** How much a text is like Russian, by its letters' logarithms; by it readings of the same bytes are compared. */
function likeness(text: string): number {
  let letters = 0
  for (const [letter] of text.matchAll(LETTER)) {
    const small = letter.toLowerCase()
    letters += Math.log((OF_THOUSAND[small] ?? EVEN) / EVEN) - (letter === small ? 0 : CAPITAL)
  }
  return letters - 3 * count(text, SMALL_BEFORE_CAPITAL) - 3 * count(text, ODD)
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
