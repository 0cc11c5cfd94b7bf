import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import { QUARTERLY } from '../../../../shared/documents/families.ts'
import type { Answer, Query } from '../query.ts'
import type { Remembered } from './remembered.ts'

/**
 * How far the session has come: `opening` until the documents that every screen needs are read; `reading` until those with
 * open orders are, or `hurried` from the first act on, which is to be seen at once; then `whole`.
 */
const PHASES = ['opening', 'reading', 'hurried', 'whole'] as const
export type Phase = (typeof PHASES)[number]

/** What stands on the screen in place of a live answer; null: the live one. */
export type Held = 'remembered' | 'nothing yet' | null

/** What queries are answered while the session begins: what is remembered, as long as the live answer would be a part. */
export class Beginning {
  readonly #remembered: Remembered
  #phase: Phase = 'opening'

  constructor(remembered: Remembered) {
    this.#remembered = remembered
  }

  /** Goes on to a later phase; false when it was there already. */
  reach(phase: Phase): boolean {
    if (PHASES.indexOf(phase) <= PHASES.indexOf(this.#phase)) return false
    this.#phase = phase
    return true
  }

  /** What a query waits with for its live answer, `held` being what it waited with so far. */
  hold(query: Query, held: Held): Held {
    const isKnown = this.#phase !== 'whole' && this.#remembered.get(query) !== null
    if (this.#phase === 'opening') return isKnown ? 'remembered' : (held ?? 'nothing yet')
    if (this.#phase !== 'reading' || !isOfQuarters(query)) return null
    // Whoever marks all rows, asks what all orders wait for or name, or what concerns one, means all.
    if (query.what === 'ids' || MEANS_ALL.has(query.what)) return 'nothing yet'
    return isKnown || held === 'remembered' ? 'remembered' : null
  }

  /** The remembered answer to the query; null where there is none. */
  answer(query: Query): Answer | null {
    return this.#remembered.get(query)
  }

  /** Takes in a live answer; what may be a part only is not remembered. */
  note(query: Query, answer: Answer): void {
    if (this.#phase === 'whole') this.#remembered.note(query, answer)
  }

  close(): void {
    this.#remembered.close()
  }
}

/** What looks at the records of all quarters at once. */
const MEANS_ALL: ReadonlySet<Query['what']> = new Set(['claims', 'uses', 'notices', 'unread'])

/** What is cut by quarters comes one after the other; all else is read before anything is answered live. */
function isOfQuarters(query: Query): boolean {
  if (MEANS_ALL.has(query.what)) return true
  const list = query.what === 'ids' ? query.list : query
  return list.what === 'list' && isQuarterly(list.collection)
}

function isQuarterly(collection: CollectionName): boolean {
  return QUARTERLY.some((family) => family === COLLECTIONS[collection].family)
}
