import { FEW, finished, sorting } from './steps.ts'
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
    return finished(this.making())
  }

  /** As `make`, with rests in which others may be heard. */
  *making(): Generator<void, IndexParts> {
    const words = yield* this.#words.making()
    const phones = yield* this.#phones.making()
    const references = yield* this.#references.making()
    const stems: string[] = []
    for (const word of words.sorted) if (stems.push(stemOf(word)) % FEW === 0) yield
    const byStem = Uint32Array.from(yield* sorting([...stems.keys()], (word) => stems[word] ?? ''))
    return {
      ...{ words: words.texts, ends: words.ends, records: words.records, byStem },
      ...{ phones: phones.texts, phoneEnds: phones.ends, phoneRecords: phones.records },
      ...{ references: references.texts, referenceEnds: references.ends, referenceRecords: references.records },
    }
  }
}

/** Texts with the records that have them. */
class Lines {
  readonly #lines = new Map<string, Line>()

  add(text: string, record: number, isMarked: boolean): void {
    const line = this.#lines.get(text) ?? new Line()
    if (line.length === 0) this.#lines.set(text, line)
    line.add(record, isMarked)
  }

  *making() {
    const sorted = yield* sorting([...this.#lines.keys()], (text) => text)
    const ends = new Uint32Array(sorted.length)
    let [end, bytes] = [0, sorted.length === 0 ? 0 : 1]
    for (const [at, text] of sorted.entries()) {
      end += this.#lines.get(text)?.length ?? 0
      ends[at] = end
      bytes += text.length * MOST_BYTES + 1
      if (at % FEW === 0) yield
    }
    const records = new Uint8Array(end)
    for (const [at, text] of sorted.entries()) {
      records.set(this.#lines.get(text)?.bytes() ?? [], ends[at - 1] ?? 0)
      if (at % FEW === 0) yield
    }
    return { sorted, texts: yield* written(sorted, bytes), ends, records }
  }
}

/** Texts with an end of line before and behind each, in UTF-8; `most`: they take no more bytes. */
function* written(sorted: readonly string[], most: number): Generator<void, Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(most)
  const encoder = new TextEncoder()
  let end = 0
  const write = (text: string) => (end += encoder.encodeInto(text, bytes.subarray(end)).written)
  if (sorted.length > 0) write(BETWEEN)
  for (let from = 0; from < sorted.length; from += FEW) {
    write(sorted.slice(from, from + FEW).join(BETWEEN) + BETWEEN)
    yield
  }
  return bytes.slice(0, end)
}

/** A UTF-16 unit takes no more bytes than this. */
const MOST_BYTES = 3

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
