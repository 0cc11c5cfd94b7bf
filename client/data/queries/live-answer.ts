import type { CollectionName } from '../../../shared/collections.ts'
import type { ItemsChanged } from './directory.ts'
import type { Answer, Query } from './query.ts'

/** What answers tell of besides records: how the device stands, or what has been found since by looking through them. */
export type News = 'status' | 'presence' | 'files' | 'twins' | 'notices' | 'mail' | 'found'

/** The answer to a query that is being asked, with what is kept of it, so that a change does not mean to make it from the start. */
export interface LiveAnswer<Q extends Query = Query> {
  /** As it stands now; or part by part, where others are to be heard between them. */
  answer(): Answer | Iterator<Answer>
  /** Takes in what has changed; whether that touches the answer. Without it, nothing does. */
  take?(changed: ItemsChanged): boolean
  /** Another part is asked for, or another query of its sort. Without it, that begins anew. */
  ask?(query: Q): void
  /** Another day has begun: relative dates mean other ones. */
  turn?(): void
  /** Another minute has begun; whether that touches the answer. Without it, none does. */
  look?(): boolean
  readonly hears?: News | undefined
  close?(): void
}

/** An answer that is made from the start whenever one of these collections has changed. */
export function madeOf(of: readonly CollectionName[], answer: () => Answer): LiveAnswer {
  return { answer, take: (changed) => of.some((name) => changed.has(name)) }
}
