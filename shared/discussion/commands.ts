import { devices } from '../company/collections.ts'
import { Failure } from '../errors.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { isOwn } from './authors.ts'
import { type Comment, comments } from './collections.ts'
import { sayingAt } from './said.ts'
import { LONGEST, peopleIn } from './text/parts.ts'

interface NewComment {
  readonly id: string
  /** `<collection>/<id>`. */
  readonly about: string
  /** People in it by their ids (text/parts.ts). */
  readonly text: string
  readonly answers?: string
  readonly files?: readonly string[]
  /** When the last of those that its author has before him was said, ms; null: there is none. */
  readonly read?: number | null
  /** Whose words the server brings. */
  readonly author?: string
}

/** Says something about a record. Failures `comment-empty`, `comment-long`. */
export function addComment(tx: Transaction, { id, read = null, ...said }: NewComment): void {
  const { text, files = [] } = said
  checkSaid(text, files)
  tx.create(comments, id, { ...said, at: sayingAt(tx.now(), read), mentions: peopleIn(text) })
}

/** Changes what one has said oneself; that it was changed is shown. Failures `comment-empty`, `comment-long`, `comment-of-another`. */
export function editComment(tx: Transaction, { id, text }: { readonly id: string; readonly text: string }): void {
  const comment = ownComment(tx, id)
  checkSaid(text, comment.files)
  if (comment.text === text) return
  tx.set(comments, id, { text, mentions: peopleIn(text), edited: tx.now() })
}

/** Takes back what one has said oneself; that there was something stays shown. Failure `comment-of-another`. */
export function removeComment(tx: Transaction, { id }: { readonly id: string }): void {
  ownComment(tx, id)
  tx.remove(comments, id)
}

function ownComment(tx: Transaction, id: string): Comment {
  const comment = tx.get(comments, id)
  const holderOf = (replica: string) => tx.find(devices, replica)?.person ?? null
  if (!isOwn(comment, tx, holderOf)) throw new Failure('comment-of-another')
  return comment
}

function checkSaid(text: string, files: readonly string[]): void {
  if (text.trim() === '' && files.length === 0) throw new Failure('comment-empty')
  if (text.length > LONGEST) throw new Failure('comment-long', { signs: text.length, most: LONGEST })
}
