import type { Patch } from '../records/declarations/collection.ts'
import { placeAfter } from '../records/declarations/place.ts'
import { newEntryId } from '../records/keys/id.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { organisations } from './collections.ts'

type AccountFields = Patch<(typeof organisations)['lists']['accounts']['fields']>

/** Adds a bank account behind the organisation's others. */
export function addAccount(
  tx: Transaction,
  { id, fields }: { readonly id: string; readonly fields: AccountFields },
): void {
  const place = placeAfter(tx.get(organisations, id).accounts)
  tx.add(organisations, id, 'accounts', newEntryId(), { ...fields, place })
}

/** Writes fields of a bank account. */
export function setAccount(
  tx: Transaction,
  { id, account, fields }: { readonly id: string; readonly account: string; readonly fields: AccountFields },
): void {
  tx.setEntry(organisations, id, 'accounts', account, fields)
}

/** Takes a bank account away; invoices that name it are paid to the first. */
export function removeAccount(
  tx: Transaction,
  { id, account }: { readonly id: string; readonly account: string },
): void {
  tx.removeEntry(organisations, id, 'accounts', account)
}
