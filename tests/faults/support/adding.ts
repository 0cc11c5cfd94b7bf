import { expect } from 'vitest'
import * as Y from 'yjs'
import { Link } from '../../../client/data/sync/line/link.ts'
import { openSocket } from '../../../client/data/sync/line/socket.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { Clock } from '../../../shared/records/keys/stamp.ts'
import { RecordSet } from '../../../shared/records/reading/record-set.ts'
import { type OpenDocument, Transaction } from '../../../shared/records/writing/transaction.ts'
import type { TestServer } from '../../support/server.ts'
import { serviceDevice } from './company.ts'
import { onDisk } from './disk.ts'

const CUSTOMERS = 'customers/common'

/** A device with the client's own line to the server, which adds customers. */
export async function beginAdding(server: TestServer) {
  const { options } = await serviceDevice(server, 'agents')
  const doc = new Y.Doc()
  const document: OpenDocument = {
    name: `${options.company}/${CUSTOMERS}`,
    doc,
    records: (collection) => new RecordSet(doc, collection),
  }
  const clock = new Clock(options.replica, Date.now)
  const [ids, refused]: [string[], string[]] = [[], []]
  let saved = 0
  const socket = openSocket(`ws://127.0.0.1:${server.port}/sync`)
  const link: Link = new Link(socket, { name: document.name, doc }, options.token ?? '', {
    synced: () => link.mark(ids.length),
    marked: (mark) => {
      saved = Math.max(saved, mark)
    },
    lost: () => {},
    refused: (code) => refused.push(code),
    denied: (code) => refused.push(code),
    offset: () => {},
  })
  const add = (name: string, size: number) => {
    const tx = new Transaction({ clock, person: null, open: () => document })
    const id = newId('common', Date.now())
    tx.create(customers, id, { name, note: 'x'.repeat(size) })
    tx.commit('device')
    ids.push(id)
    link.mark(ids.length)
  }
  await expect.poll(() => link.isSynced).toBe(true)
  const close = () => {
    link.close()
    socket.close()
  }
  return { ids, refused, add, close, isSaved: () => saved === ids.length }
}

/** Whether the server has said that its storage failed. */
export function laterIn({ log }: Pick<TestServer, 'log'>): boolean {
  return log.some((line) => line.includes('"code":"storage-failed"'))
}

/** Every one of these customers stands in a data folder that no server has open. */
export async function expectStored(data: string, ids: readonly string[]): Promise<void> {
  const stored = new RecordSet(await onDisk(data, CUSTOMERS), customers)
  for (const id of ids) expect(stored.get(id)?.name).toBeTruthy()
}
