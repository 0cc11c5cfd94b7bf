import type * as Y from 'yjs'
import { openStorage } from '../../../sync-server/storage/sqlite/open.ts'
import { storedIn } from './stored.ts'

/** A document as it stands in a data folder that no server has open: what a power cut would have left. */
export async function onDisk(data: string, rest: string): Promise<Y.Doc> {
  return storedIn(await openStorage(data), rest)
}
