import type { Terms } from './terms.ts'
import { stemOf } from './words.ts'

/**
 * What the records of one document are found by. Records are numbers: their places in the order in which they were given.
 * Of each word the records that have it, as differences in bytes of seven bits, doubled; odd: they are called by it.
 */
export interface IndexParts {
  /** Words in the order of their signs, UTF-8, an end of line before and behind each. */
  readonly words: Uint8Array<ArrayBuffer>
  /** Where each word's records end, bytes. */
  readonly ends: Uint32Array<ArrayBuffer>
  readonly records: Uint8Array<ArrayBuffer>
  /** Numbers of words in the order of their stems. */
  readonly byStem: Uint32Array<ArrayBuffer>
  /** The same of phones, and of ids that are referred to. */
  readonly phones: Uint8Array<ArrayBuffer>
  readonly phoneEnds: Uint32Array<ArrayBuffer>
  readonly phoneRecords: Uint8Array<ArrayBuffer>
  readonly references: Uint8Array<ArrayBuffer>
  readonly referenceEnds: Uint32Array<ArrayBuffer>
  readonly referenceRecords: Uint8Array<ArrayBuffer>
}

/** The end of a line stands in no word. */
export const BETWEEN = '\n'

/** Makes an index of records that are given one after the other: as many at a time as its owner has time for. */
export class IndexMaker {
  readonly #words = new Lines()
  readonly #phones = new Lines()
  readonly #references = new Lines()
  #count = 0

  add({ titles, texts, phones, references }: Terms): void {
    const record = this.#count++
    for (const word of titles) this.#words.add(word, record, true)
    for (const word of texts) if (!titles.has(word)) this.#words.add(word, record, false)
    for (const phone of phones) this.#phones.add(phone, record, false)
    for (const id of references) this.#references.add(id, record, false)
  }

  make(): IndexParts {
    const making = this.making()
    for (let step = making.next(); ; step = making.next()) if (step.done) return step.value
  }

  /** As `make`, with rests in which others may be heard. */
  *making(): Generator<void, IndexParts> {
    const words = yield* this.#words.made()
    const phones = yield* this.#phones.made()
    const references = yield* this.#references.made()
    const stems: string[] = []
    for (const word of words.sorted) if (stems.push(stemOf(word)) % FEW === 0) yield
    const byStem = Uint32Array.from(yield* sortedInParts([...stems.keys()], (word) => stems[word] ?? ''))
    return {
      ...{ words: words.texts, ends: words.ends, records: words.records, byStem },
      ...{ phones: phones.texts, phoneEnds: phones.ends, phoneRecords: phones.records },
      ...{ references: references.texts, referenceEnds: references.ends, referenceRecords: references.records },
    }
  }
}

/** Texts that begin with the same signs are sorted at once, with rests between; what is equal stays as it stands. */
const SAME = 4

function* sortedInParts<T>(all: readonly T[], textOf: (one: T) => string): Generator<void, T[]> {
  const parts = new Map<string, T[]>()
  for (const [at, one] of all.entries()) {
    const beginning = textOf(one).slice(0, SAME)
    const part = parts.get(beginning)
    if (part) part.push(one)
    else parts.set(beginning, [one])
    if (at % FEW === 0) yield
  }
  yield
  const sorted: T[] = []
  for (const [at, beginning] of [...parts.keys()].sort(compared).entries()) {
    const part = parts.get(beginning) ?? []
    for (const one of part.sort((a, b) => compared(textOf(a), textOf(b)))) sorted.push(one)
    if (at % SAME === 0) yield
  }
  return sorted
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Texts with the records that have them. */
class Lines {
  readonly #lines = new Map<string, Line>()

  add(text: string, record: number, isMarked: boolean): void {
    const line = this.#lines.get(text) ?? new Line()
    if (line.length === 0) this.#lines.set(text, line)
    line.add(record, isMarked)
  }

  *made() {
    const sorted = yield* sortedInParts([...this.#lines.keys()], (text) => text)
    const lines = sorted.map((text) => this.#lines.get(text) as Line)
    const records = new Uint8Array(lines.reduce((sum, { length }) => sum + length, 0))
    const ends = new Uint32Array(lines.length)
    let end = 0
    for (const [at, line] of lines.entries()) {
      records.set(line.bytes(), end)
      end += line.length
      ends[at] = end
    }
    const texts = new TextEncoder().encode(sorted.length === 0 ? '' : BETWEEN + sorted.join(BETWEEN) + BETWEEN)
    return { sorted, texts, ends, records }
  }
}

/** So many stems are found between two rests. */
const FEW = 1000

/** Few words are in many records: a line begins small. */
const FIRST = 4

class Line {
  length = 0
  #bytes = new Uint8Array(FIRST)
  #last = 0

  add(record: number, isMarked: boolean): void {
    let rest = (record - this.#last) * 2 + Number(isMarked)
    this.#last = record
    while (rest > 127) {
      this.#push((rest & 127) | 128)
      rest >>>= 7
    }
    this.#push(rest)
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length)
  }

  #push(byte: number): void {
    if (this.length === this.#bytes.length) {
      const more = new Uint8Array(this.length * 2)
      more.set(this.#bytes)
      this.#bytes = more
    }
    this.#bytes[this.length++] = byte
  }
}
