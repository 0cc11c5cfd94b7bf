import type { CollectionName } from '../../../../shared/collections.ts'

/** All tags that stand in records, kept while they change. */
export interface TagsQuery {
  readonly what: 'tags'
}

export interface TagsAnswer {
  readonly what: 'tags'
  /** By their names. */
  readonly tags: readonly CountedTag[]
}

/** A tag, and in how many records of each collection it stands. */
export interface CountedTag {
  readonly id: string
  readonly counts: { readonly [C in CollectionName]?: number }
}
