import { bindLetter } from '../../../shared/letters/acts/bind.ts'
import { standing } from '../../../shared/letters/acts/twin.ts'
import { type Around, bindingOf } from '../../../shared/letters/binding/binding.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'

/**
 * Binds a letter that nobody has bound, and that nobody has taken out of its customer (SPEC MP12), where it is known to whom; gives
 * whether it did. Of a person's own its twin is bound; one whose twin was removed is not shown to all again. The documents of both are open.
 */
export function bindByItself(tx: Transaction, id: string, around: Around): boolean {
  const letter = standing(tx, id)
  if (letter === null || letter.gone || letter.customer !== null || letter.boundBy === 'chosen') return false
  const bound = bindingOf(letter, around)
  if (bound === null) return false
  bindLetter(tx, { ids: [id], ...bound })
  return true
}
