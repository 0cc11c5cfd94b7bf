import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { packDocument } from '../../../shared/records/packing/document.ts'
import { openStorage } from '../../storage/sqlite/open.ts'
import type { Storage } from '../../storage/storage.ts'
import { edit } from '../../storage/testing/edit.ts'
import { eventually } from '../testing/eventually.ts'
import { openRawLine } from '../testing/raw-line.ts'
import { CUSTOMER, Replica } from '../testing/replica.ts'
import { startSync } from '../testing/sync-server.ts'

/** Writes a document's next generation in its place. */
async function pack(storage: Storage, document: string): Promise<void> {
  const { updates, last, generation } = await storage.load(document)
  const [doc, next] = [new Y.Doc(), new Y.Doc()]
  for (const update of updates) Y.applyUpdate(doc, update)
  packDocument(doc, next, 'next')
  const state = Y.encodeStateAsUpdate(next)
  expect(await storage.pack(document, { last, generation }, { generation: 'next', state })).toBe(true)
}

test('J20: of a copy whose document was packed in the moment in which it was let in nothing is taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-packed-'))
  const storage = await openStorage(folder)
  onTestFinished(async () => {
    await storage.close()
    rmSync(folder, { recursive: true })
  })
  const document = `${storage.company}/customers/common`
  const other = new Replica(await storage.addReplica('max', 'other', 0))
  other.create('customers', CUSTOMER, { name: 'a' })
  await edit(storage, 0, { document, update: other.send() })
  // What the door reads is of the moment before.
  const late: Storage = {
    ...storage,
    generation: async (name) => {
      const before = await storage.generation(name)
      if (before === '') await pack(storage, name)
      return before
    },
  }
  const server = await startSync({ storage: late })
  onTestFinished(() => server.stop())
  const own = new Replica(await storage.addReplica('mira', 'late', 0))
  own.write('customers', CUSTOMER, 'name', 'b')
  const line = await openRawLine(server.url, 'mira')
  line.auth(document, `replica:${own.name}@`)
  await eventually(() => line.heard).toContain('auth')
  line.sync(document, 1, own.send())
  await eventually(() => line.heard).toContain('close:refused:document-packed')
  line.close()
  expect((await storage.load(document)).updates).toEqual([])
})
