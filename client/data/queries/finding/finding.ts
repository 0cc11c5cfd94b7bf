import { COLLECTIONS } from '../../../../shared/collections.ts'
import { Failure } from '../../../../shared/errors.ts'
import type { Change } from '../../../../shared/records/reading/record-set.ts'
import { readAsked } from '../../../../shared/search/index/asked.ts'
import { type FoundIn, isFoundIn } from '../../../../shared/search/index/fields.ts'
import { SearchIndex } from '../../../../shared/search/index/search-index.ts'
import type { AnyValues } from '../../../../shared/search/index/terms.ts'
import type { Documents } from '../../documents/documents.ts'
import type { Directory } from '../directory.ts'
import { answerOf, recentAnswer, searchOf, soughtBy } from './hits.ts'
import { Indexing } from './indexing.ts'
import type { FindAnswer, FindQuery, FoundBy } from './query.ts'

/** So many of the newest quarters, of orders and of events together, are looked through first. */
const FIRST_QUARTERS = 4

/** The search over everything on this device, kept from the change feed (shared/search/index/SPEC). */
export class Finding {
  readonly #directory: Directory
  readonly #documents: Documents
  readonly #index: SearchIndex
  readonly #indexing: Indexing
  /** What lists ask for, as long as nothing that is searched has changed. */
  readonly #every = new Map<string, ReadonlySet<string>>()

  /** `changed`: more can be searched than could before. */
  constructor(directory: Directory, documents: Documents, changed: () => void) {
    this.#directory = directory
    this.#documents = documents
    this.#index = new SearchIndex({
      meant: (id) => directory.customer(id) ?? id,
      mergedInto: (id) => directory.mergedInto(id).map((one) => one.id),
    })
    this.#indexing = new Indexing({
      documents,
      index: this.#index,
      row: (collection, id) => directory.row(collection, id) as AnyValues | null,
      inOrder: byNeed,
      stood: () => {
        this.#every.clear()
        changed()
      },
    })
  }

  /** Takes in what the feed says of records. */
  take(changes: readonly Change[]): void {
    let isNews = false
    this.#every.clear()
    for (const { collection, id, after } of changes) {
      if (collection.name === 'customFields') isNews = true
      if (!isFoundIn(collection.name)) continue
      const name = this.#documentOf(collection.name, id)
      if (name !== null && this.#indexing.note(name, collection.name, id)) {
        if (this.#index.has(name)) this.#index.take(name, collection.name, id, after as AnyValues | null)
      } else isNews = true
    }
    if (isNews) this.#indexing.look()
  }

  /** A document stands from columns; `isNew`: otherwise than it stood. */
  stand(name: string, isNew: boolean): void {
    if (!isNew) return
    this.#every.clear()
    this.#indexing.drop(name)
  }

  /** What is found: at first in what is looked for most, then everywhere. */
  *answers(query: FindQuery): Generator<FindAnswer, void> {
    this.#indexing.hurry()
    const ready = this.#indexing.progress()
    if (readAsked(query.text).length === 0) yield recentAnswer(this.#directory, query, ready)
    else {
      const first = new Set(byNeed(this.#documents.standing()).slice(0, BASE + FIRST_QUARTERS))
      for (const { all, isWhole } of this.#index.search(searchOf(this.#directory, query), first)) {
        yield answerOf(this.#directory, query, all, { ready, isWhole })
      }
    }
  }

  /** The ids of all that is found of a collection; the same set until something that is searched has changed. */
  every(collection: FoundIn, by: FoundBy): ReadonlySet<string> {
    this.#indexing.hurry()
    const asked = JSON.stringify([collection, by.text, by.person])
    const ids = this.#every.get(asked) ?? this.#index.every(collection, soughtBy(this.#directory, by))
    this.#every.set(asked, ids)
    return ids
  }

  close(): void {
    this.#indexing.close()
  }

  /** Null for an id of no form: nothing is found by it. */
  #documentOf(collection: keyof typeof COLLECTIONS, id: string): string | null {
    try {
      return this.#documents.nameFor(COLLECTIONS[collection], id)
    } catch (error) {
      if (error instanceof Failure) return null
      throw error
    }
  }
}

/** Documents that are no quarter's: customers, goods, setup. */
const BASE = 3

/** Customers first, then what else is no quarter's, then quarters from the newest on. */
function byNeed(names: readonly string[]): readonly string[] {
  const keyed = names.map((name) => ({ name, need: needOf(name) }))
  return keyed.sort((a, b) => (a.need < b.need ? 1 : -1)).map(({ name }) => name)
}

/** Greater for what is wanted sooner. */
function needOf(name: string): string {
  const [, family = '', , quarter] = name.split('/')
  if (quarter !== undefined) return `1 ${quarter} ${family}`
  return family === 'customers' ? '3' : `2 ${family}`
}
