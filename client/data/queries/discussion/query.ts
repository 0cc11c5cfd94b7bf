/** What was said about a record, kept while people write. */
export interface DiscussionQuery {
  readonly what: 'discussion'
  /** `<collection>/<id>`; of a customer also what was said about those merged into it. */
  readonly about: string
  /** How many of the latest are wanted. */
  readonly last: number
}

export interface DiscussionAnswer {
  readonly what: 'discussion'
  /** Those that were not taken back. */
  readonly count: number
  /** How many stand before the first of `rows`. */
  readonly earlier: number
  /** When the last of all was said, ms; null: nothing was. */
  readonly read: number | null
  /** In their order, those that were taken back among them. */
  readonly rows: readonly Said[]
}

/** Something that was said. */
export interface Said {
  readonly id: string
  readonly at: number
  /** By id in `people`; null where nobody is known. */
  readonly author: string | null
  /** The replica that made it, for where no person is known. */
  readonly by: string
  readonly isOwn: boolean
  /** Empty of what was taken back. */
  readonly text: string
  readonly edited: number | null
  readonly files: readonly string[]
  readonly answers: Answered | null
  /** When it was taken back, and by which replica; null while it stands. */
  readonly gone: { readonly at: number; readonly by: string } | null
  /** Written by a newer program: this one changes nothing of it. */
  readonly newer: boolean
}

/** What another comment says that this one answers; its text is empty where it was taken back or is not here. */
export interface Answered {
  readonly id: string
  readonly author: string | null
  readonly by: string
  readonly text: string
}
