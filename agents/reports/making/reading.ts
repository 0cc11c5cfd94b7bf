import { documentOf } from '../../../shared/documents/documents.ts'
import { shelves } from '../../../shared/documents/shelves.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'
import type { Documents } from '../../runtime/documents/documents.ts'
import type { Replica } from '../../runtime/replica.ts'

/** What records are read by. */
export interface ReadingGround {
  readonly replica: Replica
  readonly documents: Pick<Documents, 'hold'>
}

/** Reads all records of a collection, a document at a time, so that no more than one is opened for it (SPEC RM5). */
export async function readAll<C extends Collection>(
  { replica, documents }: ReadingGround,
  collection: C,
  take: (row: Row<C>) => void,
): Promise<void> {
  const company = replica.pass.company
  const named = [...replica.rows(shelves)].flatMap(({ document }) => document ?? [])
  const shelved = new Set(named.filter((name) => name.split('/')[1] === collection.family))
  const read = (isAsked: (document: string) => boolean) =>
    replica.write((tx) => {
      for (const id of replica.ids(collection)) {
        const row = isAsked(documentOf(company, collection.family, id)) ? tx.find(collection, id) : null
        if (row) take(row)
      }
    })
  for (const document of shelved) await documents.hold([document], () => read((one) => one === document))
  // The shelf of a document that has just begun may not be told yet.
  read((one) => !shelved.has(one))
}
