import type { Comment } from './collections.ts'

/** Who holds a device, by id in `people`; null for the server's and agents' replicas, and for one that nobody is known to hold. */
export type HolderOf = (replica: string) => string | null

/** Who said it: the person whose device made it; of what the server brought, whom it names. */
export function authorOf({ madeBy, author }: Pick<Comment, 'madeBy' | 'author'>, holderOf: HolderOf): string | null {
  return holderOf(madeBy) ?? author
}
