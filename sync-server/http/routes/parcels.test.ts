import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join as joined } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { collectionsOf, columnsOf } from '../../../shared/columns/columns.ts'
import { readKept } from '../../../shared/columns/kept.ts'
import { PARCEL_SIZE, type Parcel, readParcel } from '../../../shared/columns/parcel.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { RecordSet } from '../../../shared/records/reading/record-set.ts'
import { makerStamp } from '../../sync/parcels/maker.ts'
import { Browser } from '../testing/browser.ts'
import { join, startCompany, type TestServer } from '../testing/server.ts'

const MAKER = makerStamp()
const QUARTER = 'orders/common/2025Q1'
const AT = Date.UTC(2025, 1)

let server: TestServer
let owner: Browser
beforeEach(async () => {
  ;({ server, owner } = await startCompany())
  await write('one')
})
afterEach(() => server.close())

async function write(note: string): Promise<void> {
  const id = newId('common', AT)
  await server.author.write((tx) => tx.create(orders, id, { sort: 'work', note, date: AT }))
}

async function ask(browser: Browser, rest = QUARTER, { company = server.company, maker = MAKER } = {}) {
  const asked = new URLSearchParams({ document: `${company}/${rest}`, maker })
  const { cookie } = browser
  const response = await fetch(`${server.url}/api/parcels?${asked}`, { headers: { cookie } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const told = { status: response.status, size: Number(response.headers.get(PARCEL_SIZE)), bytes: bytes.length }
  return { ...told, parcel: readParcel(bytes, { document: `${company}/${rest}`, maker }) }
}

/** The notes that the document's state has, having seen that its columns say the same of it. */
function notesIn(parcel: Parcel | null): (string | null)[] {
  if (!parcel) throw new Error('there is no parcel')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, parcel.state)
  const collections = collectionsOf('orders')
  const made = { by: MAKER, upTo: 1 }
  const columns = readKept({ ...made, block: parcel.block, sum: parcel.sum }, made, collections)
  expect(columns).toMatchObject(columnsOf(collections, (one) => new RecordSet(doc, one).rows()))
  return [...new RecordSet(doc, orders).rows()].map(({ note }) => note).sort()
}

describe('J35: a quarter comes whole, as the journal has it', () => {
  test('to everybody who may read it, a viewer too', async () => {
    const viewer = await join(server, owner, 'viewer')
    for (const browser of [owner, viewer]) {
      const { status, parcel } = await ask(browser)
      expect([status, notesIn(parcel)]).toEqual([200, ['one']])
    }
    const mark = (await server.storage.documents()).find(({ document }) => document.endsWith(QUARTER))
    expect((await ask(owner)).parcel?.journal).toBe(mark?.last)
  })

  test('and is told before it how great it is unpacked', async () => {
    const [one, kept] = [await ask(owner), await ask(owner)]
    expect(one.bytes).toBeGreaterThan(100)
    expect([one.size, kept.size]).toEqual([one.bytes, one.bytes])
  })

  test('with what was written since it was asked for last', async () => {
    await ask(owner)
    await write('two')
    expect(notesIn((await ask(owner)).parcel)).toEqual(['one', 'two'])
  })

  test('but not to who is signed in nowhere, or no more, or was shut out while it was made', async () => {
    expect((await ask(new Browser(server.url))).status).toBe(401)
    const manager = await join(server, owner, 'manager')
    const { user } = (await manager.get('/api/state')).body.account as { readonly user: string }
    expect((await ask(manager)).status).toBe(200)
    const { of } = server.parcels
    server.parcels.of = async (document) => {
      const parcel = await of.call(server.parcels, document)
      const change = { method: 'PATCH', body: { disabled: true } }
      expect((await owner.send(`/api/users/${user}`, change)).status).toBe(200)
      return parcel
    }
    await write('two')
    expect((await ask(manager)).status).toBe(401)
    expect((await ask(manager)).status).toBe(401)
  })

  test('of this company alone, and quarters alone', async () => {
    expect((await ask(owner, QUARTER, { company: 'another' })).status).toBe(404)
    for (const rest of ['setup', 'customers/common', 'orders/common/1999Q9', 'nothing/at/all', '']) {
      expect([rest, (await ask(owner, rest)).status]).toEqual([rest, 404])
    }
    expect((await ask(owner, 'users/somebody')).status).toBe(403)
  })

  test('not where there is nothing of it', async () => {
    expect((await ask(owner, 'orders/common/2025Q2')).status).toBe(204)
  })
})

describe('J36: what was made is kept', () => {
  const folder = () => joined(server.folder, 'parcels')
  const made = () => server.parcels.made

  test('as long as the document stands as it did, and made once for all who ask at once', async () => {
    const before = made()
    await Promise.all([ask(owner), ask(owner), ask(owner)])
    await ask(owner)
    expect(made() - before).toBe(1)
    await write('two')
    await ask(owner)
    expect(readdirSync(folder())).toHaveLength(1)
  })

  test('where it is spoiled it is made anew', async () => {
    await ask(owner)
    const [file = ''] = readdirSync(folder())
    const path = joined(folder(), file)
    for (const spoil of [
      (bytes: Buffer) => bytes.fill(bytes[bytes.length - 30] === 0 ? 1 : 0, bytes.length - 30, bytes.length - 29),
      (bytes: Buffer) => bytes.subarray(0, 40),
      () => Buffer.alloc(0),
    ]) {
      const before = made()
      writeFileSync(path, spoil(readFileSync(path)))
      expect(notesIn((await ask(owner)).parcel)).toEqual(['one'])
      expect(made() - before).toBe(1)
    }
  })
})

test('J37: a build that reads records otherwise is given none', async () => {
  expect((await ask(owner, QUARTER, { maker: 'another' })).status).toBe(204)
})
