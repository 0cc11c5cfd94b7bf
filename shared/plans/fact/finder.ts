import { int, roomFor } from '../../funnel/columns/cells.ts'
import type { FactColumns } from '../../reports/facts/columns.ts'
import type { Analytic } from '../collections.ts'
import type { Scale } from './scale.ts'

/** What facts are about, as records stand now. */
export interface About {
  /** Null: it has none, or is not here. */
  category(product: string): string | null
  /** The group that a product stands in and those above it. */
  groups(product: string): readonly string[]
  /** The customer that an id means after merging. */
  customer(id: string): string
}

/** By which key of facts an analytic tells them apart. */
const KEY_OF = {
  byCategory: 'product',
  byProductGroup: 'product',
  byProduct: 'product',
  byManager: 'manager',
  byDepartment: 'department',
  byCustomer: 'customer',
} as const satisfies Readonly<Record<Analytic, string>>

const ONE_KEY: readonly number[] = [0]

/** Instead of a place: there is none. */
export const NONE = -1
/** There are several, or it was not looked for yet. */
const [SEVERAL, UNKNOWN] = [-2, -3]

/** Says which rows of a scale take a fact in (SPEC PF2). */
export class RowFinder {
  readonly #first: KeyFinder
  readonly #second: KeyFinder | null
  readonly #seconds: number
  /** By the places of both keys, the first one's before the second's. */
  readonly #rows: Int32Array

  constructor(columns: FactColumns, { first, second, rows }: Scale, about: About) {
    this.#first = new KeyFinder(columns, first, distinct(rows, 'first'), about)
    const seconds = distinct(rows, 'second')
    this.#second = second === null ? null : new KeyFinder(columns, second, seconds, about)
    this.#seconds = Math.max(seconds.size, 1)
    this.#rows = new Int32Array(this.#first.count * this.#seconds).fill(NONE)
    for (const [at, row] of rows.entries()) {
      const place = second === null ? 0 : (seconds.get(row.second) ?? 0)
      this.#rows[this.#first.placeOf(row.first) * this.#seconds + place] = at
    }
  }

  /** The row that takes a fact in, or NONE; SEVERAL may: `each` says which. */
  rowOf(fact: number): number {
    const [first, second] = [this.#first.placeAt(fact), this.#second?.placeAt(fact) ?? 0]
    if (first >= 0 && second >= 0) return int(this.#rows, first * this.#seconds + second)
    return first === NONE || second === NONE ? NONE : SEVERAL
  }

  /** Calls with the place of each row that takes the fact in; whether any did. */
  each(fact: number, take: (row: number) => void): boolean {
    const seconds = this.#second?.of(fact) ?? ONE_KEY
    let isTaken = false
    for (const first of this.#first.of(fact)) {
      for (const second of seconds) {
        const row = int(this.#rows, first * this.#seconds + second)
        if (row === NONE) continue
        take(row)
        isTaken = true
      }
    }
    return isTaken
  }
}

/** The keys of one analytic that rows have, and which of them a fact is of. */
class KeyFinder {
  readonly #columns: FactColumns
  readonly #keys: number
  readonly #meant: (id: string) => readonly string[]
  readonly #places: ReadonlyMap<string | null, number>
  /** By the number of a text, and one more. */
  readonly #known: (readonly number[] | undefined)[] = []
  /** The same where there is one place. */
  #singles = new Int32Array(0)

  constructor(columns: FactColumns, by: Analytic | null, places: ReadonlyMap<string | null, number>, about: About) {
    this.#columns = columns
    this.#keys = by === null ? -1 : columns.layout.dimensions.indexOf(KEY_OF[by])
    this.#meant = meaningOf(by, about)
    this.#places = places
  }

  /** How many places there are. */
  get count(): number {
    return this.#places.size
  }

  placeOf(key: string | null): number {
    return this.#places.get(key) ?? -1
  }

  /** The place of a fact's key, or NONE, or SEVERAL. */
  placeAt(fact: number): number {
    const number = this.#columns.keys[this.#keys]?.[fact] ?? -1
    const known = number + 1 < this.#singles.length ? int(this.#singles, number + 1) : UNKNOWN
    return known === UNKNOWN ? this.#findSingle(fact, number) : known
  }

  #findSingle(fact: number, number: number): number {
    const before = this.#singles
    this.#singles = roomFor(before, number + 2)
    if (this.#singles !== before) this.#singles.fill(UNKNOWN, before.length)
    const [place = NONE, ...more] = this.of(fact)
    this.#singles[number + 1] = more.length > 0 ? SEVERAL : place
    return this.#singles[number + 1] as number
  }

  of(fact: number): readonly number[] {
    const number = this.#columns.keys[this.#keys]?.[fact] ?? -1
    const known = this.#known[number + 1]
    if (known) return known
    const text = this.#columns.texts.textOf(number)
    const meant = text === null ? [] : this.#meant(text)
    const keys: readonly (string | null)[] = meant.length === 0 ? [null] : meant
    const found = [...new Set(keys)].flatMap((key) => this.#places.get(key) ?? [])
    this.#known[number + 1] = found
    return found
  }
}

function meaningOf(by: Analytic | null, about: About): (id: string) => readonly string[] {
  if (by === 'byProductGroup') return (id) => about.groups(id)
  if (by === 'byCustomer') return (id) => [about.customer(id)]
  if (by !== 'byCategory') return (id) => [id]
  return (id) => {
    const category = about.category(id)
    return category === null ? [] : [category]
  }
}

function distinct(rows: Scale['rows'], of: 'first' | 'second'): ReadonlyMap<string | null, number> {
  return new Map([...new Set(rows.map((row) => row[of]))].map((key, at) => [key, at]))
}
