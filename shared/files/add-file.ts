import type { Draft } from '../records/declarations/collection.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { files } from './collections.ts'
import { cleanName } from './name.ts'

/** Makes the record of a file, once: what was cut off after its bytes were kept is done again. */
export function addFile(
  tx: Transaction,
  { id, values }: { readonly id: string; readonly values: Draft<typeof files> },
): void {
  if (tx.find(files, id) === null) tx.create(files, id, { ...values, name: cleanName(values.name ?? '') })
}

/** Gives a file another name, as it may stand in any folder (sync-server/files/SPEC W8). */
export function renameFile(tx: Transaction, { id, name }: { readonly id: string; readonly name: string }): void {
  tx.set(files, id, { name: cleanName(name) })
}
