import { COLLECTIONS } from '../collections.ts'
import { Failure, type FailureCode } from '../errors.ts'
import { checkFields } from '../orders/commands.ts'
import type { RecordOf } from '../plain-commands.ts'
import type { Transaction } from '../records/writing/transaction.ts'
import { isTag } from './tagged.ts'

/** What is done to a tag. */
export interface Retagging {
  /** Those that may have it. */
  readonly records: readonly RecordOf[]
  readonly from: string
  /** How it is called then; null: it is taken away. */
  readonly to: string | null
}

/** In how many records that was done; those that it cannot be done to keep the tag as it was. */
export interface Retagged {
  readonly changed: number
  readonly left: readonly { readonly id: string; readonly code: FailureCode }[]
}

/** Renames a tag in records, joining it with another of that name, or takes it away (SPEC V2 to V4). Failure `tag-wrong`. */
export function retag(tx: Transaction, { records, from, to }: Retagging): Retagged {
  const name = to?.trim() ?? null
  if (name !== null && !isTag(name)) throw new Failure('tag-wrong')
  let changed = 0
  const left: { readonly id: string; readonly code: FailureCode }[] = []
  for (const record of records) {
    const code = tryOne(tx, record, from, name)
    if (code === 'changed') changed++
    else if (code !== 'same') left.push({ id: record.id, code })
  }
  return { changed, left }
}

function tryOne(
  tx: Transaction,
  { collection, id }: RecordOf,
  from: string,
  to: string | null,
): FailureCode | 'changed' | 'same' {
  const row = tx.find(COLLECTIONS[collection], id)
  const tags = row !== null && !row.gone && 'tags' in row ? (row.tags as readonly string[]) : []
  if (!tags.includes(from) || from === to) return 'same'
  try {
    const next = [...new Set(tags.flatMap((tag) => (tag === from ? (to ?? []) : tag)))]
    if (collection === 'orders') checkFields(tx, id, {})
    tx.write(COLLECTIONS[collection], id, 'tags', next)
    return 'changed'
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}
