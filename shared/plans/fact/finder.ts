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

/** Codes of the places of a fact's keys: there are several; there is none; the first place, the others behind it. */
const [SEVERAL_PLACES, NO_PLACE, FIRST_PLACE] = [0, 1, 2]
/** In a table of codes: not looked for yet. */
const UNKNOWN = -1
/** Several rows may take a fact in. */
export const SEVERAL = -1

/** Says which rows of a scale take a fact in (SPEC PF2). */
export class RowFinder {
  /** Stands for no row; one more than the last. */
  readonly outside: number
  readonly #first: KeyFinder
  readonly #second: KeyFinder | null
  readonly #width: number
  /** By the codes of both keys, the first one's before the second's. */
  readonly #rows: Int32Array

  constructor(columns: FactColumns, { first, second, rows }: Scale, about: About) {
    this.outside = rows.length
    this.#first = new KeyFinder(columns, first, distinct(rows, 'first'), about)
    const seconds = distinct(rows, 'second')
    this.#second = second === null ? null : new KeyFinder(columns, second, seconds, about)
    this.#width = Math.max(seconds.size, 1) + FIRST_PLACE
    this.#rows = this.#noRows()
    for (const [at, row] of rows.entries()) {
      const place = second === null ? 0 : (seconds.get(row.second) ?? 0)
      this.#rows[this.#at(this.#first.placeOf(row.first), place)] = at
    }
  }

  /** Puts the row that takes each of some facts in, from `start` on, or `outside`; SEVERAL: `each` says which. */
  fill(start: number, into: Int32Array): void {
    const [rows, width] = [this.#rows, this.#width]
    this.#first.fill(start, into)
    if (!this.#second) {
      for (let at = 0; at < into.length; at++) into[at] = int(rows, int(into, at) * width + FIRST_PLACE)
      return
    }
    const seconds = new Int32Array(into.length)
    this.#second.fill(start, seconds)
    for (let at = 0; at < into.length; at++) into[at] = int(rows, int(into, at) * width + int(seconds, at))
  }

  /** Calls with the place of each row that takes the fact in; whether any did. */
  each(fact: number, take: (row: number) => void): boolean {
    const seconds = this.#second?.of(fact) ?? ONE_KEY
    let isTaken = false
    for (const first of this.#first.of(fact)) {
      for (const second of seconds) {
        const row = int(this.#rows, this.#at(first, second))
        if (row === this.outside) continue
        take(row)
        isTaken = true
      }
    }
    return isTaken
  }

  #at(first: number, second: number): number {
    return (first + FIRST_PLACE) * this.#width + second + FIRST_PLACE
  }

  /** A table in which no two keys have a row; those of several places may have many. */
  #noRows(): Int32Array {
    const rows = new Int32Array((this.#first.count + FIRST_PLACE) * this.#width).fill(this.outside)
    for (let at = 0; at < rows.length; at++) {
      const [first, second] = [Math.floor(at / this.#width), at % this.#width]
      const areSome = first !== NO_PLACE && second !== NO_PLACE
      if (areSome && (first === SEVERAL_PLACES || second === SEVERAL_PLACES)) rows[at] = SEVERAL
    }
    return rows
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
  /** The same as codes. */
  #codes = new Int32Array(0)

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

  /** Puts the codes of the places of some facts' keys, from `start` on. */
  fill(start: number, into: Int32Array): void {
    const keys = this.#columns.keys[this.#keys]?.subarray(start, start + into.length) ?? into.fill(-1)
    const codes = this.#codesFor(this.#columns.texts.size + 1)
    if (fillKnown(codes, keys, into)) return
    for (let at = 0; at < into.length; at++) {
      if (int(into, at) !== UNKNOWN) continue
      const known = int(codes, (this.#columns.keys[this.#keys]?.[start + at] ?? -1) + 1)
      into[at] = known === UNKNOWN ? this.#findCode(start + at) : known
    }
  }

  #codesFor(length: number): Int32Array {
    const before = this.#codes
    this.#codes = roomFor(before, length)
    if (this.#codes !== before) this.#codes.fill(UNKNOWN, before.length)
    return this.#codes
  }

  #findCode(fact: number): number {
    const [place, ...more] = this.of(fact)
    const code = place === undefined ? NO_PLACE : more.length > 0 ? SEVERAL_PLACES : place + FIRST_PLACE
    this.#codes[(this.#columns.keys[this.#keys]?.[fact] ?? -1) + 1] = code
    return code
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

/** Puts the codes that are known; whether all were. Nothing is called or asked for on the way, so that it is quick. */
function fillKnown(codes: Int32Array, keys: Int32Array, into: Int32Array): boolean {
  let all = 0
  for (let at = 0; at < into.length; at++) {
    const code = int(codes, int(keys, at) + 1)
    into[at] = code
    all |= code
  }
  return all >= 0
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
