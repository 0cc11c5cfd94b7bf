import type { Letter } from '../letters/collections.ts'
import { letterCollection } from '../letters/whose.ts'
import { type Notice, type NoticeLook, notice } from './notice.ts'

/** A letter that came from somebody whom one answers for, or about one's order (SPEC MV40). */
export function noticesOfLetter(letter: Letter, look: NoticeLook): Notice[] {
  const { customer, order } = letter
  const isMine =
    (order !== null && look.concerns(`orders/${order}`)) ||
    (customer !== null && look.concerns(`customers/${customer}`))
  return isMine ? told(letter) : []
}

/** One that came to a person's own account: all that he has are his. */
export function noticesOfOwnLetter(letter: Letter): Notice[] {
  return told(letter)
}

/** None of what we wrote, of what no person wrote, and of what was read before anywhere. */
function told(letter: Letter): Notice[] {
  const { id, gone, direction, automatic, places, received, sent, madeAt, fromName, fromAddress } = letter
  if (gone || direction !== 'in' || automatic !== null || places.some(({ seen }) => seen)) return []
  const about = `${letterCollection(id)}/${id}`
  const at = received ?? sent ?? madeAt
  return [notice({ id: `${about}:came`, kind: 'letter', about, at, by: null, more: fromName ?? fromAddress })]
}
