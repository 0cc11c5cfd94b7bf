import type { Comment } from './collections.ts'

/** Who holds a device, by id in `people`; null for the server's and agents' replicas, and for one that nobody is known to hold. */
export type HolderOf = (replica: string) => string | null

/** Who writes: a replica, and the person who holds its device. */
interface By {
  readonly replica: string
  readonly person: string | null
}

/** Who said it: the person whose device made it; of what the server brought, whom it names. */
export function authorOf({ madeBy, author }: Pick<Comment, 'madeBy' | 'author'>, holderOf: HolderOf): string | null {
  return holderOf(madeBy) ?? author
}

/** Whether somebody may change a comment: its author, on each of his devices; where nobody is known to be, what made it (SPEC D4). */
export function isOwn(comment: Pick<Comment, 'madeBy' | 'author'>, by: By, holderOf: HolderOf): boolean {
  const author = authorOf(comment, holderOf)
  return author === null ? comment.madeBy === by.replica : author === by.person
}
