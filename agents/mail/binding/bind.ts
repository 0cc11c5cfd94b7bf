import { bindLetter } from '../../../shared/letters/acts/bind.ts'
import { type Around, bindingOf } from '../../../shared/letters/binding/binding.ts'
import { type Letter, letters, ownLetters } from '../../../shared/letters/collections.ts'
import { sharedId } from '../../../shared/letters/ids.ts'
import { letterCollection } from '../../../shared/letters/whose.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'

/**
 * Binds a letter that nobody has bound, and that nobody has taken out of its customer (SPEC MP12), where it is known to whom; gives
 * whether it did. Of a person's own its twin is bound. The documents of both are open.
 */
export function bindByItself(tx: Transaction, id: string, around: Around): boolean {
  const letter = standing(tx, id)
  if (letter.gone || letter.customer !== null || letter.boundBy === 'chosen') return false
  const bound = bindingOf(letter, around)
  if (bound === null) return false
  bindLetter(tx, { ids: [id], ...bound })
  return true
}

/** A letter where it stands: its twin that all may read, where there is one. One whose twin was removed is not shown to all again. */
function standing(tx: Transaction, id: string): Letter {
  const twin = tx.find(letters, sharedId(id))
  // Both collections have the same fields.
  return twin ?? (tx.get(letterCollection(id) === letters.name ? letters : ownLetters, id) as unknown as Letter)
}
