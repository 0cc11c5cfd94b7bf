import { Failure } from '../../shared/errors.ts'
import type { Find } from '../../shared/messages/parameters/around.ts'
import type { Collection, Row } from '../../shared/records/declarations/collection.ts'
import type { Replica } from './replica.ts'

/** Finds records in the documents that are open; an id that names no document is nobody's. */
export function findIn(replica: Pick<Replica, 'write'>): Find {
  return <C extends Collection>(collection: C, id: string) => {
    let row: Row<C> | null = null
    try {
      replica.write((tx) => {
        row = tx.find(collection, id)
      })
    } catch (error) {
      const isClosed = error instanceof Failure && error.code === 'document-closed'
      if (isClosed || error instanceof RangeError) return null
      throw error
    }
    return row
  }
}
