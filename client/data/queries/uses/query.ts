import type { CollectionName } from '../../../../shared/collections.ts'

/** In how many records others stand, by collection: what is told before they are removed. It is answered once. */
export interface UsesQuery {
  readonly what: 'uses'
  readonly collection: CollectionName
  readonly ids: readonly string[]
}

export interface UsesAnswer {
  readonly what: 'uses'
  /** The most first; of collections where they stand. */
  readonly uses: readonly Use[]
}

export interface Use {
  readonly collection: CollectionName
  /** Records that are not removed. */
  readonly count: number
}
