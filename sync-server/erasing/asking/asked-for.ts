import * as Y from 'yjs'
import { type Erasure, erasures } from '../../../shared/erasures/collections.ts'
import { formatCreation } from '../../../shared/records/declarations/value.ts'
import { formatKey } from '../../../shared/records/keys/key.ts'
import { Clock } from '../../../shared/records/keys/stamp.ts'
import type { Storage } from '../../storage/storage.ts'
import { SERVER } from '../../sync/sync.ts'
import { loaded } from '../../sync/upkeep/compact.ts'

/** Who is to be erased, by whom asked for and on what ground. */
export type Asked = Pick<Erasure, 'id' | 'subject' | 'by' | 'ground' | 'marks' | 'begun'>

/** Notes erasures in a storage that no server uses: its next start does them. */
export async function askedFor(storage: Storage, asked: readonly Asked[], now: number): Promise<void> {
  const document = `${storage.company}/setup`
  const doc = loaded(await storage.load(document))
  const clock = new Clock(SERVER, () => now)
  const before = Y.encodeStateVector(doc)
  const audit = asked.map(({ id, subject, by, ground, marks, begun }) => {
    const stamp = clock.tick()
    const values = { subject, by, ground, marks, begun, state: 'askedFor' }
    doc.getMap(erasures.name).set(formatKey(id, '', SERVER), formatCreation(stamp, erasures.version, values))
    return { collection: erasures.name, record: id, path: '', stamp, value: JSON.stringify(values) }
  })
  const update = Y.encodeStateAsUpdate(doc, before)
  const row = { document, user: SERVER, replica: SERVER, at: now, update, audit }
  await storage.append({ rows: [row], numbers: [] }, () => [])
}
