import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { productGroups } from '../collections.ts'

/** Puts a group under another, or at the top. Failure `group-inside-itself` (SPEC N2). */
export function putGroup(
  tx: Transaction,
  { id, parent }: { readonly id: string; readonly parent: string | null },
): void {
  checkParent(tx, id, parent)
  tx.set(productGroups, id, { parent })
}

/** Failure `group-inside-itself` where the parent is the group, or stands below it. */
export function checkParent(tx: Transaction, id: string, parent: string | null): void {
  const seen = new Set<string>()
  for (let at = parent; at !== null && !seen.has(at); at = tx.find(productGroups, at)?.parent ?? null) {
    if (at === id) throw new Failure('group-inside-itself')
    seen.add(at)
  }
}
