import { customers } from '../../../../shared/customers/collections.ts'
import { authorOf } from '../../../../shared/discussion/authors.ts'
import { type Comment, comments } from '../../../../shared/discussion/collections.ts'
import { inOrder, saidAt } from '../../../../shared/discussion/said.ts'
import { allAbout } from '../customers/all-about.ts'
import type { Directory, ItemsChanged } from '../directory.ts'
import type { Answered, DiscussionAnswer, DiscussionQuery, Said } from './query.ts'

/** So much of what a comment answers stands over it, signs. */
const QUOTED = 200

/** What was said about a record, in its order (discussion/SPEC D1). */
export function discussion(directory: Directory, { about, last }: DiscussionQuery): DiscussionAnswer {
  const all = inOrder(commentsAbout(directory, about))
  const rows = last > 0 ? all.slice(-last) : []
  const end = all.at(-1)
  return {
    what: 'discussion',
    count: all.filter(({ gone }) => !gone).length,
    earlier: all.length - rows.length,
    read: end ? saidAt(end) : null,
    rows: rows.map((comment) => said(directory, comment)),
  }
}

/** Whether changes may change a discussion. */
export function touchesDiscussion(directory: Directory, { about }: DiscussionQuery, changed: ItemsChanged): boolean {
  if (changed.has('devices')) return true
  if (about.startsWith(`${customers.name}/`) && changed.has('customers')) return true
  const ids = changed.get('comments')
  if (ids === undefined || ids === 'all') return ids === 'all'
  const abouts = new Set(allAbout(directory, about))
  return [...ids].some((id) => abouts.has(directory.typed(comments, id)?.about ?? ''))
}

/** Every comment about a record, taken back or not, in no order. */
function commentsAbout(directory: Directory, about: string): Comment[] {
  return allAbout(directory, about).flatMap((one) => directory.commentsOn(one))
}

/** Who wrote a comment, by id in `people`. */
function authorIn(directory: Directory, comment: Comment): string | null {
  return authorOf(comment, (replica) => directory.holderOf(replica))
}

function said(directory: Directory, comment: Comment): Said {
  const { id, madeBy, text, edited, files, answers, gone, goneAt, goneBy, newer } = comment
  const author = authorIn(directory, comment)
  return {
    id,
    at: saidAt(comment),
    author,
    by: madeBy,
    isOwn: author !== null && author === directory.me,
    text: gone ? '' : (text ?? ''),
    edited,
    files,
    answers: answers === null ? null : answered(directory, answers),
    gone: gone ? { at: goneAt ?? 0, by: goneBy ?? '' } : null,
    newer,
  }
}

function answered(directory: Directory, id: string): Answered {
  const comment = directory.typed(comments, id)
  if (comment === null) return { id, author: null, by: '', text: '' }
  const text = comment.gone ? '' : (comment.text ?? '')
  return { id, author: authorIn(directory, comment), by: comment.madeBy, text: text.slice(0, QUOTED) }
}
