import type { CollectionName } from '../../collections.ts'
import { type Part, type Reading, readAsked, type Sought } from './asked.ts'
import { Best, type Found } from './best.ts'
import type { IndexedDocument, Shelved } from './document.ts'
import { FOUND_IN, type FoundIn } from './fields.ts'
import { worthOf } from './fit.ts'
import type { Rating } from './index.ts'
import { hasWord, worthOfTerms } from './scan.ts'
import { type AnyValues, type Terms, termsOf } from './terms.ts'

/** What is looked for. */
export interface Search {
  readonly text: string
  /** Of these collections; null: of all. */
  readonly kinds: ReadonlySet<FoundIn> | null
  /** Those that concern somebody, by the ids of the person and of the person's devices; null: of anybody. */
  readonly concerns: ReadonlySet<string> | null
  /** Whether a record is not to be found, whatever it says. */
  readonly isOut?: (collection: FoundIn, id: string) => boolean
}

/** What is known of customers beside their rows. */
export interface Meanings {
  /** The customer that one means: another, where it was merged into that. */
  meant(id: string): string
  /** Customers that were merged into one. */
  mergedInto(id: string): Iterable<string>
}

/** What was found in a collection: how many, and the best of them. */
export interface FoundThere {
  readonly count: number
  readonly best: readonly Found[]
}
export type FoundAll = ReadonlyMap<FoundIn, FoundThere>

/** What was found so far; whether that is all. */
export interface FoundSoFar {
  readonly all: FoundAll
  readonly isWhole: boolean
}

/** So many of each collection are told apart further by whoever shows them. */
const CANDIDATES = 40
/** Collections whose names stand for what refers to them. */
const NAMES: readonly FoundIn[] = ['customers', 'products']

interface Rated {
  readonly part: Part
  readonly rating: Rating
}
interface RatedReading {
  readonly parts: readonly Rated[]
  readonly weight: number
}

interface Fresh {
  readonly collection: FoundIn
  readonly id: string
  readonly terms: Terms
}

/** The search over everything: an index for each document, and what has changed since they were made (SPEC I7, F8). */
export class SearchIndex {
  readonly #documents = new Map<string, IndexedDocument>()
  /** By document, then by collection and id. */
  readonly #fresh = new Map<string, Map<string, Fresh>>()
  readonly #meanings: Meanings

  constructor(meanings: Meanings) {
    this.#meanings = meanings
  }

  /** A document's index, in the place of an earlier one. What has changed since it was begun is told behind that. */
  put(name: string, document: IndexedDocument): void {
    this.#documents.set(name, document)
    this.#fresh.delete(name)
  }

  /** Forgets all about a document. */
  drop(name: string): void {
    this.#documents.delete(name)
    this.#fresh.delete(name)
  }

  has(name: string): boolean {
    return this.#documents.has(name)
  }

  /** A record has changed; null: it is not here any more. */
  take(name: string, collection: FoundIn, id: string, row: AnyValues | null): void {
    this.#documents.get(name)?.note(collection, id)
    const fresh = this.#fresh.get(name) ?? new Map<string, Fresh>()
    this.#fresh.set(name, fresh)
    if (row) fresh.set(`${collection}/${id}`, { collection, id, terms: termsOf(collection, row) })
    else fresh.delete(`${collection}/${id}`)
  }

  /** How many records of a document have changed since its index was made. */
  changed(name: string): number {
    return this.#fresh.get(name)?.size ?? 0
  }

  /** What all indexes take in memory, bytes. */
  get bytes(): number {
    return [...this.#documents.values()].reduce((sum, { index }) => sum + index.bytes, 0)
  }

  /**
   * Looks for what was typed: gives what was found in the `first` documents, then in all, unless these are all. Null where
   * nothing was typed.
   */
  *search(search: Search, first: ReadonlySet<string>): Generator<FoundSoFar, void> {
    const readings = readAsked(search.text)
    if (readings.length === 0) return
    const rated = this.#rateAll(readings)
    const best = new BestOfEach()
    const gathering = new Gathering(search, this.#meanings, (collection, id, worth) => best.add(collection, id, worth))
    const [early, late] = [[], []] as [string[], string[]]
    for (const name of this.#names()) (first.has(name) ? early : late).push(name)
    for (const name of early) this.#gather(name, rated, gathering)
    if (late.length > 0) yield { all: best.found(), isWhole: false }
    for (const name of late) this.#gather(name, rated, gathering)
    yield { all: best.found(), isWhole: true }
  }

  /** The ids of all that is found of one collection: as many as a search counts there (SPEC I13). */
  every(collection: FoundIn, { text, concerns }: Pick<Search, 'text' | 'concerns'>): ReadonlySet<string> {
    const ids = new Set<string>()
    const readings = readAsked(text)
    if (readings.length === 0) return ids
    const rated = this.#rateAll(readings)
    const asked = { text, concerns, kinds: new Set([collection]) }
    const gathering = new Gathering(asked, this.#meanings, (_, id) => void ids.add(id))
    for (const name of this.#names()) this.#gather(name, rated, gathering)
    return ids
  }

  #names(): ReadonlySet<string> {
    return new Set([...this.#documents.keys(), ...this.#fresh.keys()])
  }

  #gather(name: string, readings: readonly RatedReading[], gathering: Gathering): void {
    const document = this.#documents.get(name)
    if (document) gathering.addIndexed(document, readings)
    for (const fresh of this.#fresh.get(name)?.values() ?? []) gathering.addFresh(fresh, readings)
  }

  /** Slips are forgiven where all words of no reading stand anywhere, in those that do not. */
  #rateAll(readings: readonly Reading[]): readonly RatedReading[] {
    const lacking = readings.map(({ parts }) => parts.map(({ words }) => words.some((sought) => !this.#has(sought))))
    const isForgiving = lacking.every((parts) => parts.includes(true))
    return readings.map(({ parts, weight }, reading) => ({
      weight,
      parts: parts.map((part, at) => ({
        part,
        rating: this.#rating(part, isForgiving && lacking[reading]?.[at] === true),
      })),
    }))
  }

  #rating(part: Part, isForgiving: boolean): Rating {
    return { isForgiving, named: this.#named(part, isForgiving) }
  }

  #has(sought: Sought): boolean {
    for (const { index } of this.#documents.values()) if (index.has(sought)) return true
    return this.#everyFresh().some(({ terms }) => hasWord(terms, sought))
  }

  /** Ids of customers and products that are called so, and of customers that were merged into these. */
  #named(part: Part, isForgiving: boolean): ReadonlySet<string> {
    const rating = { isForgiving, named: new Set<string>() }
    const named = new Set<string>()
    const add = (collection: FoundIn, id: string, worth: number) => {
      if (!isName(worth, isForgiving)) return
      named.add(id)
      if (collection === 'customers') for (const merged of this.#meanings.mergedInto(id)) named.add(merged)
    }
    for (const { index, shelved, stale } of this.#documents.values()) {
      const theirs = shelved.filter(({ collection, ids }) => NAMES.includes(collection) && ids.length > 0)
      if (theirs.length === 0) continue
      const worths = new Uint8Array(index.count)
      index.rate(part, rating, worths)
      for (const { collection, ids, from } of theirs)
        for (const [at, id] of ids.entries()) if (!stale[from + at]) add(collection, id, worths[from + at] as number)
    }
    for (const { collection, id, terms } of this.#everyFresh())
      if (NAMES.includes(collection)) add(collection, id, worthOfTerms(terms, part, rating))
    return named
  }

  #everyFresh(): readonly Fresh[] {
    return [...this.#fresh.values()].flatMap((fresh) => [...fresh.values()])
  }
}

/** A name that begins so, or has a word that does, but for a slip where that is forgiven. */
function isName(worth: number, isForgiving: boolean): boolean {
  return worth >= worthOf('begins', true) || (isForgiving && worth === worthOf('near', true))
}

/** The best few of each collection, and how many there are. */
class BestOfEach {
  readonly #best = new Map(FOUND_IN.map((collection) => [collection, new Best(CANDIDATES)]))
  /** Customers that are meant, which several may mean. */
  readonly #customers = new Map<string, number>()

  add(collection: FoundIn, id: string, worth: number): void {
    if (collection === 'customers') this.#customers.set(id, Math.max(worth, this.#customers.get(id) ?? 0))
    else this.#best.get(collection)?.add(id, worth)
  }

  found(): FoundAll {
    const customers = new Best(CANDIDATES)
    for (const [id, worth] of this.#customers) customers.add(id, worth)
    const all = new Map(this.#best).set('customers', customers)
    return new Map([...all].map(([name, best]) => [name, { count: best.count, best: [...best.list()] }]))
  }
}

/** Takes what is found, customers by those that they mean. */
type Take = (collection: FoundIn, id: string, worth: number) => void

/** Looks for records, document after document. */
class Gathering {
  readonly #search: Search
  readonly #meanings: Meanings
  readonly #take: Take

  constructor(search: Search, meanings: Meanings, take: Take) {
    this.#search = search
    this.#meanings = meanings
    this.#take = take
  }

  addIndexed({ index, shelved, stale }: IndexedDocument, readings: readonly RatedReading[]): void {
    const { concerns } = this.#search
    if (!shelved.some(({ collection }) => this.#isAsked(collection))) return
    const worths = ratedIn(index, readings)
    const concerned = concerns && new Uint8Array(index.count)
    if (concerns && concerned) index.mark(concerns, concerned)
    for (const { collection, ids, from } of shelved) {
      if (!this.#isAsked(collection)) continue
      for (let at = ids.length - 1; at >= 0; at--) {
        const record = from + at
        const worth = worths[record] as number
        if (worth > 0 && !stale[record] && (!concerned || concerned[record]))
          this.#add(collection, ids[at] as string, worth)
      }
    }
  }

  addFresh({ collection, id, terms }: Fresh, readings: readonly RatedReading[]): void {
    const { concerns } = this.#search
    if (!this.#isAsked(collection)) return
    if (concerns && ![...terms.references].some((one) => concerns.has(one))) return
    const worth = Math.max(
      ...readings.map(({ parts, weight }) =>
        weighed(Math.min(...parts.map(({ part, rating }) => worthOfTerms(terms, part, rating))), weight),
      ),
    )
    if (worth > 0) this.#add(collection, id, worth)
  }

  #add(collection: FoundIn, id: string, worth: number): void {
    if (this.#search.isOut?.(collection, id)) return
    this.#take(collection, collection === 'customers' ? this.#meanings.meant(id) : id, worth)
  }

  #isAsked(collection: CollectionName): boolean {
    const { kinds } = this.#search
    return kinds === null || kinds.has(collection as FoundIn)
  }
}

/** What each record is worth for all that was typed, in the reading that fits it best. */
function ratedIn(index: IndexedDocument['index'], readings: readonly RatedReading[]): Uint8Array {
  const best = new Uint8Array(index.count)
  const own = new Uint8Array(index.count)
  for (const { parts, weight } of readings) {
    const least = new Uint8Array(index.count).fill(255)
    for (const { part, rating } of parts) {
      index.rate(part, rating, own)
      for (let at = 0; at < own.length; at++)
        if ((own[at] as number) < (least[at] as number)) least[at] = own[at] as number
    }
    for (let at = 0; at < best.length; at++)
      best[at] = Math.max(best[at] as number, weighed(least[at] as number, weight))
  }
  return best
}

function weighed(worth: number, weight: number): number {
  return Math.floor(worth * weight)
}

/** Records for an index, in the order of their ids. */
export function shelvedOf(rows: ReadonlyMap<FoundIn, readonly string[]>): readonly Shelved[] {
  return FOUND_IN.flatMap((collection) => {
    const ids = rows.get(collection)
    return ids ? [{ collection, ids }] : []
  })
}
