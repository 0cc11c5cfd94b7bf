import { once } from 'node:events'
import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Link } from '../../client/data/sync/link.ts'
import { openSocket, type Socket } from '../../client/data/sync/socket.ts'
import { customers } from '../../shared/customers/collections.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { Clock } from '../../shared/records/keys/stamp.ts'
import { RecordSet } from '../../shared/records/reading/record-set.ts'
import { type OpenDocument, Transaction } from '../../shared/records/writing/transaction.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { MAY_MOUNT, mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { serviceDevice } from './support/company.ts'
import { onDisk } from './support/disk.ts'

const CUSTOMERS = 'customers/common'

let disk: SmallDisk
let server: TestServer
let socket: Socket
let link: Link
beforeEach(async () => {
  disk = mountSmallDisk('6m')
  server = await startServer({ data: disk.path, args: ['--host', '127.0.0.1'] })
})
afterEach(async () => {
  link.close()
  socket.close()
  await server.close()
  disk.unmount()
})

test.runIf(MAY_MOUNT)(
  'J2: a full disk refuses for now; once it is freed the device goes on by itself, and nothing is gone',
  async () => {
    const device = await begin()
    device.add('before', 10)
    await expect.poll(device.isSaved).toBe(true)

    await fill(join(disk.path, 'filler'))
    for (let i = 0; i < 60 && !laterIn(server); i++) {
      device.add(`while full ${i}`, 60_000)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await expect.poll(() => laterIn(server)).toBe(true)
    expect(device.isSaved()).toBe(false)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(503)
    device.add('unsaved and more', 10)
    expect(device.refused).toEqual([])

    rmSync(join(disk.path, 'filler'))
    await expect.poll(device.isSaved, { timeout: 60_000 }).toBe(true)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await server.stop()
    const stored = new RecordSet(await onDisk(disk.path, CUSTOMERS), customers)
    for (const id of device.ids) expect(stored.get(id)?.name).toBeTruthy()
  },
)

/** A device with the client's own line to the server. */
async function begin() {
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
  socket = openSocket(`ws://127.0.0.1:${server.port}/sync`)
  link = new Link(socket, { name: document.name, doc }, options.token ?? '', {
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
  return { ids, refused, add, isSaved: () => saved === ids.length }
}

/** Whether the server has said that its storage failed. */
function laterIn({ log }: TestServer): boolean {
  return log.some((line) => line.includes('"code":"storage-failed"'))
}

/** Writes until the disk is full. */
async function fill(path: string): Promise<void> {
  const stream = createWriteStream(path)
  const full = once(stream, 'error').catch((error) => [error])
  const write = () => {
    while (!stream.destroyed && stream.write(Buffer.alloc(64 * 1024)));
    if (!stream.destroyed) stream.once('drain', write)
  }
  write()
  const [error] = await full
  expect(error).toMatchObject({ code: 'ENOSPC' })
}
