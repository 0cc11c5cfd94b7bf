import { Failure } from '../../errors.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { customers } from '../collections.ts'
import { followed } from './followed.ts'

/**
 * Says that customers are the one called `into`, with all that was merged into them before (SPEC B3). Failure
 * `customer-same`: one of them is that customer already.
 */
export function mergeCustomers(
  tx: Transaction,
  { ids, into }: { readonly ids: readonly string[]; readonly into: string },
): void {
  const mergedInto = (id: string) => tx.find(customers, id)?.mergedInto
  const end = followed(into, mergedInto)
  for (const id of ids) {
    const own = followed(id, mergedInto)
    if (own === end) throw new Failure('customer-same', { name: tx.get(customers, id).name ?? '' })
    tx.set(customers, own, { mergedInto: end })
  }
}

/** Takes a customer out of the one that it was merged into: it stands by itself again, with all that names it. */
export function splitCustomer(tx: Transaction, { id }: { readonly id: string }): void {
  tx.set(customers, id, { mergedInto: null })
}
