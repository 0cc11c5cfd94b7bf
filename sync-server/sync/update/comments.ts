import { type HolderOf, isOwn } from '../../../shared/discussion/authors.ts'
import { comments } from '../../../shared/discussion/collections.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Opened } from '../documents/opened.ts'
import type { Brought } from './brought.ts'

/**
 * Refuses writes to what somebody else said, another creation of it included: the earlier one would name its author
 * (SPEC J39). Failure comment-of-another.
 */
export function checkComments(open: Opened, brought: readonly Brought[], replica: string, holderOf: HolderOf): void {
  const by = { replica, person: holderOf(replica) }
  const written = new Set(brought.flatMap(({ collection, key }) => (collection === comments.name ? [key.id] : [])))
  for (const id of written) {
    const comment = open.records(comments).get(id)
    if (comment && !isOwn(comment, by, holderOf)) throw new Failure('comment-of-another', { id })
  }
}
