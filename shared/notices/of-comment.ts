import { authorOf } from '../discussion/authors.ts'
import type { Comment } from '../discussion/collections.ts'
import { saidAt } from '../discussion/said.ts'
import { type Notice, type NoticeLook, notice } from './notice.ts'

/** What a comment tells a person: that he was named, or that something was said about what concerns him (SPEC O3). */
export function noticesOfComment(comment: Comment, look: NoticeLook): Notice[] {
  const { id, about, gone } = comment
  const by = authorOf(comment, look.holderOf)
  if (gone || about === null || by === null || by === look.me) return []
  const told = { id: `comments/${id}`, about, at: saidAt(comment), by, comment: id }
  if (comment.mentions.includes(look.me)) return [notice({ ...told, kind: 'mention' })]
  return concerns(comment, about, look) ? [notice({ ...told, kind: 'comment' })] : []
}

function concerns(comment: Comment, about: string, look: NoticeLook): boolean {
  const isAnswer = comment.answers !== null && look.authorOf(comment.answers) === look.me
  return isAnswer || look.concerns(about) || look.hasSaid(about, saidAt(comment))
}
