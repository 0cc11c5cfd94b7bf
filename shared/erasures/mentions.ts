import type { AnyRow } from './scope.ts'

/** How many records of others name a person in their texts, by collection. */
export type Mentions = ReadonlyMap<string, number>

/** The shortest name, in signs, and the shortest number, in digits, by which a text is taken to name somebody. */
const SHORTEST_NAME = 4
const SHORTEST_NUMBER = 10

/** Finds who is named in the texts of records that are not cut: by name, address of mail, or number, however it is spelled. */
export class Naming {
  readonly #texts: readonly string[]
  readonly #numbers: readonly string[]
  readonly #found = new Map<string, string>()

  /** `keys`: as `keysIn` gives them. */
  constructor(name: string | null, keys: readonly string[]) {
    const mails = keys.flatMap((key) => (key.startsWith('mail:') ? key.slice(5) : []))
    this.#texts = [name ?? '', ...mails].map(folded).filter((text) => text.length >= SHORTEST_NAME)
    this.#numbers = keys.flatMap((key) => (key.startsWith('phone:') ? digitsIn(key).slice(-SHORTEST_NUMBER) : []))
  }

  take(collection: string, row: AnyRow): void {
    if (!row.gone && this.#isIn(row)) this.#found.set(`${collection}/${row.id}`, collection)
  }

  /** Without those that are cut, `<collection>/<id>`. */
  counts(isCut: (record: string) => boolean): Mentions {
    const counts = new Map<string, number>()
    for (const [record, collection] of this.#found)
      if (!isCut(record)) counts.set(collection, (counts.get(collection) ?? 0) + 1)
    return counts
  }

  #isIn(value: unknown): boolean {
    if (typeof value === 'string') return this.#isNamedBy(value)
    if (typeof value !== 'object' || value === null) return false
    return Object.values(value).some((one) => this.#isIn(one))
  }

  #isNamedBy(value: string): boolean {
    if (value.length < SHORTEST_NAME) return false
    const text = folded(value)
    if (this.#texts.some((one) => text.includes(one))) return true
    if (this.#numbers.length === 0 || value.length < SHORTEST_NUMBER) return false
    const digits = digitsIn(value)
    return this.#numbers.some((one) => one.length === SHORTEST_NUMBER && digits.includes(one))
  }
}

function folded(text: string): string {
  return text.trim().toLowerCase().replaceAll('ё', 'е')
}

function digitsIn(text: string): string {
  return text.replace(/\D/g, '')
}
