import { isNear } from '../rank.ts'
import type { Part, Sought } from './asked.ts'
import { BETWEEN, type IndexParts } from './block.ts'
import { type Fit, fitOfWord, worthByReference, worthOf, worthOfPhone } from './fit.ts'
import { FEW } from './steps.ts'
import { stemOf } from './words.ts'

/** Calls with each record of a word, and whether it is called by it. */
type Each = (record: number, isTitle: boolean) => void

/** Which words of an index fit one that is sought. */
type Fitting = ReadonlyMap<number, Fit>

type Dictionaries = readonly [words: Dictionary, phones: Dictionary, references: Dictionary]

/** The index of one document's records (SPEC I7). */
export class Index {
  readonly #parts: IndexParts
  readonly #words: Dictionary
  readonly #phones: Dictionary
  readonly #references: Dictionary
  /** How many records it was made of. */
  readonly count: number

  private constructor(parts: IndexParts, count: number, [words, phones, references]: Dictionaries) {
    this.#parts = parts
    this.count = count
    this.#words = words
    this.#phones = phones
    this.#references = references
  }

  /** Takes an index into use, with rests in which others may be heard. */
  static *making(parts: IndexParts, count: number): Generator<void, Index> {
    const words = yield* Dictionary.making(parts.words, parts.ends, parts.records)
    const phones = yield* Dictionary.making(parts.phones, parts.phoneEnds, parts.phoneRecords)
    const references = yield* Dictionary.making(parts.references, parts.referenceEnds, parts.referenceRecords)
    return new Index(parts, count, [words, phones, references])
  }

  /** What it takes in memory, bytes. */
  get bytes(): number {
    const arrays = Object.values(this.#parts).reduce((sum, { byteLength }) => sum + byteLength, 0)
    return arrays + this.#words.bytes + this.#phones.bytes + this.#references.bytes
  }

  /** Whether any word fits one that is sought, but for a slip. */
  has(sought: Sought): boolean {
    return this.#fitting(sought, false).size > 0
  }

  /** What each record is worth for a part, into `worths`; `named`: ids of records that are called so. */
  rate(part: Part, { isForgiving, named }: Rating, worths: Uint8Array): void {
    worths.fill(0)
    this.#rateWords(part, isForgiving, worths)
    if (part.phone) {
      for (const phone of this.#phones.all()) {
        const worth = worthOfPhone(this.#phones.text(phone), part.phone)
        if (worth > 0) this.#phones.records(phone, (record) => raise(worths, record, worth))
      }
    }
    const worth = worthByReference(isForgiving)
    for (const id of this.#references.among(named)) {
      this.#references.records(id, (record) => raise(worths, record, worth))
    }
  }

  /** Marks the records that refer to any of these ids. */
  mark(ids: ReadonlySet<string>, marks: Uint8Array): void {
    for (const id of this.#references.among(ids)) this.#references.records(id, (record) => (marks[record] = 1))
  }

  #rateWords({ words: [first, ...others] }: Part, isForgiving: boolean, worths: Uint8Array): void {
    if (first) this.#rateWord(first, isForgiving, worths)
    for (const other of others) {
      const own = new Uint8Array(worths.length)
      this.#rateWord(other, isForgiving, own)
      for (let record = 0; record < own.length; record++)
        if ((own[record] as number) < (worths[record] as number)) worths[record] = own[record] as number
    }
  }

  #rateWord(sought: Sought, isForgiving: boolean, worths: Uint8Array): void {
    for (const [word, fit] of this.#fitting(sought, isForgiving)) {
      const [asTitle, asText] = [worthOf(fit, true), worthOf(fit, false)]
      this.#words.records(word, (record, isTitle) => raise(worths, record, isTitle ? asTitle : asText))
    }
  }

  #fitting(sought: Sought, isForgiving: boolean): Fitting {
    const words = this.#words
    const fitting = new Map<number, Fit>()
    const take = (word: number) => {
      const fit = fitting.has(word) ? null : fitOfWord(words.text(word), sought, isForgiving)
      if (fit) fitting.set(word, fit)
    }
    for (const word of words.beginning(sought.word)) take(word)
    for (const stem of sought.stems) for (const word of this.#ofStem(stem)) take(word)
    if (sought.isInside) for (const word of words.holding(sought.number ?? sought.word)) take(word)
    if (!isForgiving || sought.hasDigit) return fitting
    for (const word of words.like(sought.word))
      if (!fitting.has(word) && isNear(words.text(word), sought.word)) fitting.set(word, 'near')
    return fitting
  }

  *#ofStem(stem: string): Iterable<number> {
    const { byStem } = this.#parts
    const stemAt = (at: number) => stemOf(this.#words.text(byStem[at] as number))
    for (let at = firstOf(byStem.length, (at) => stemAt(at) >= stem); at < byStem.length && stemAt(at) === stem; at++)
      yield byStem[at] as number
  }
}

export interface Rating {
  readonly isForgiving: boolean
  readonly named: ReadonlySet<string>
}

/** So many bytes are read between two rests. */
const PIECE = 65_536

function* decoded(bytes: Uint8Array): Generator<void, string> {
  const decoder = new TextDecoder()
  let text = ''
  for (let from = 0; from < bytes.length; from += PIECE) {
    text += decoder.decode(bytes.subarray(from, from + PIECE), { stream: true })
    yield
  }
  return text + decoder.decode()
}

/** Sorted texts, each with its records. */
class Dictionary {
  readonly #text: string
  /** Where each text begins among the signs of all. */
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array
  readonly #records: Uint8Array

  private constructor(text: string, starts: Uint32Array, ends: Uint32Array, records: Uint8Array) {
    this.#text = text
    this.#starts = starts
    this.#ends = ends
    this.#records = records
  }

  static *making(texts: Uint8Array, ends: Uint32Array, records: Uint8Array): Generator<void, Dictionary> {
    const text = yield* decoded(texts)
    const starts = new Uint32Array(ends.length + 1)
    for (let at = 0, start = 1; at <= ends.length; at++) {
      starts[at] = start
      start = text.indexOf(BETWEEN, start) + 1
      if (at % FEW === 0) yield
    }
    return new Dictionary(text, starts, ends, records)
  }

  get bytes(): number {
    return this.#text.length * 2 + this.#starts.byteLength
  }

  all(): Iterable<number> {
    return this.#ends.keys()
  }

  text(at: number): string {
    return this.#text.slice(this.#starts[at], (this.#starts[at + 1] as number) - 1)
  }

  *beginning(prefix: string): Iterable<number> {
    const first = firstOf(this.#ends.length, (at) => this.text(at) >= prefix)
    for (let at = first; at < this.#ends.length && this.#text.startsWith(prefix, this.#starts[at]); at++) yield at
  }

  *holding(part: string): Iterable<number> {
    for (let found = this.#text.indexOf(part); found >= 0; ) {
      const at = firstOf(this.#ends.length, (at) => (this.#starts[at + 1] as number) > found)
      yield at
      found = this.#text.indexOf(part, this.#starts[at + 1])
    }
  }

  /** At least those that are another but for a slip: of their first two signs one is among its first two. */
  *like(word: string): Iterable<number> {
    const [a, b] = [word.charCodeAt(0), word.charCodeAt(1)]
    for (let at = 0; at < this.#ends.length; at++) {
      const start = this.#starts[at] as number
      const [first, second] = [this.#text.charCodeAt(start), this.#text.charCodeAt(start + 1)]
      if (first === a || first === b || second === a || second === b) yield at
    }
  }

  /** Those that are among some texts. */
  *among(texts: ReadonlySet<string>): Iterable<number> {
    if (texts.size * 16 > this.#ends.length) {
      for (const at of this.all()) if (texts.has(this.text(at))) yield at
      return
    }
    for (const text of texts) {
      const at = firstOf(this.#ends.length, (at) => this.text(at) >= text)
      if (at < this.#ends.length && this.text(at) === text) yield at
    }
  }

  records(at: number, each: Each): void {
    let record = 0
    const end = this.#ends[at] as number
    for (let byte = this.#ends[at - 1] ?? 0; byte < end; ) {
      let value = 0
      for (let shift = 0; ; shift += 7) {
        const next = this.#records[byte++] as number
        value |= (next & 127) << shift
        if (next < 128) break
      }
      record += value >>> 1
      each(record, (value & 1) === 1)
    }
  }
}

/** The first of so many numbers for which something holds, where it holds of all behind that one; their count where of none. */
function firstOf(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function raise(worths: Uint8Array, record: number, worth: number): void {
  if ((worths[record] as number) < worth) worths[record] = worth
}
