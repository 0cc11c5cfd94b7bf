import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { columnsOf } from '../../../shared/columns/columns.ts'
import { products } from '../../../shared/goods/collections.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { formatCreation } from '../../../shared/records/declarations/value.ts'
import { RecordSet } from '../../../shared/records/reading/record-set.ts'
import { seeded } from '../../../tests/support/random.ts'
import { Meta } from '../device/meta.ts'
import { Refusals } from '../disk/refusals.ts'
import { TestDisk } from '../disk/testing/test-disk.ts'
import { keptStores } from './kept-stores.ts'

const NAME = 'company/user/document'

let refusals: Refusals
beforeEach(() => {
  refusals = new Refusals({ first: 1, last: 4 })
})
afterEach(() => refusals.close())

function keepOn(disk: TestDisk, doc: Y.Doc, isAnew = false) {
  return keptStores({ disk, refusals, build: 'one' }).open(NAME, doc, isAnew)
}

/** What a disk gives to a program that starts on it now. */
async function readFrom(disk: TestDisk): Promise<unknown> {
  const [doc, copy] = [new Y.Doc(), disk.copy()]
  copy.refuses = () => false
  const store = keptStores({ disk: copy, refusals: new Refusals(), build: 'one' }).open(NAME, doc, false)
  await store.loaded
  await store.close()
  return doc.getMap('rows').toJSON()
}

const settled = () => expect.poll(() => refusals.any, { interval: 2 }).toBe(false)

test('what was refused is told of at once and stands on the disk, whole, when there is room, without a further write', async () => {
  const [disk, doc] = [new TestDisk(), new Y.Doc()]
  const store = keepOn(disk, doc)
  await store.loaded
  doc.getMap('rows').set('before', 1)
  await store.flushed()
  disk.refuses = () => true
  doc.getMap('rows').set('full', 2)
  await expect(store.flushed()).rejects.toThrow('full')
  doc.getMap('rows').set('fuller', 3)
  expect(refusals.any).toBe(true)
  expect(await readFrom(disk)).toEqual({ before: 1 })
  disk.refuses = () => false
  await settled()
  expect(await readFrom(disk)).toEqual({ before: 1, full: 2, fuller: 3 })
  expect(disk.rows(NAME, 'updates').size).toBe(1)
})

test('a disk that could not be read at the start is read when it can, before anything on it is written anew', async () => {
  const [disk, first, second] = [new TestDisk(), new Y.Doc(), new Y.Doc()]
  const before = keepOn(disk, first)
  await before.loaded
  first.getMap('rows').set('kept', 1)
  await before.close()
  disk.refuses = () => true
  await keepOn(disk, second).loaded
  second.getMap('rows').set('written', 2)
  disk.refuses = () => false
  await settled()
  expect(second.getMap('rows').toJSON()).toEqual({ kept: 1, written: 2 })
  expect(await readFrom(disk)).toEqual({ kept: 1, written: 2 })
})

test('a document that begins anew leaves nothing of what stood there', async () => {
  const [disk, old, fresh] = [new TestDisk(), new Y.Doc(), new Y.Doc()]
  const before = keepOn(disk, old)
  await before.loaded
  old.getMap('rows').set('refused', 1)
  await before.close()
  fresh.getMap('rows').set('fetched', 2)
  await keepOn(disk, fresh, true).loaded
  expect(await readFrom(disk)).toEqual({ fetched: 2 })
})

/** Bytes of the updates that stand on a disk. */
function bytesOn(disk: TestDisk): number {
  return [...disk.rows(NAME, 'updates').values()].reduce((sum: number, one) => sum + (one as Uint8Array).length, 0)
}

test('C9: large updates become one before they take more than twice the document, in a session and over many', async () => {
  const [disk, text] = [new TestDisk(), 'x'.repeat(100_000)]
  let most = 0
  for (let session = 0; session < 8; session++) {
    const doc = new Y.Doc()
    const store = keepOn(disk, doc)
    await store.loaded
    for (let i = 0; i < 30; i++) {
      doc.getMap('rows').set(`${i % 5}`, text + i)
      await store.flushed()
      most = Math.max(most, bytesOn(disk))
    }
    await store.close()
  }
  // The document itself takes half a million.
  expect(most).toBeLessThan(2_000_000)
  expect(Object.keys((await readFrom(disk)) as object)).toHaveLength(5)
})

test('C9: many updates become one at the next start', async () => {
  const disk = new TestDisk()
  for (let session = 0; session < 60; session++) {
    const doc = new Y.Doc()
    const store = keepOn(disk, doc)
    await store.loaded
    for (let i = 0; i < 3; i++) doc.getMap('rows').set('a', session)
    await store.flushed()
    await store.close()
    expect(disk.rows(NAME, 'updates').size).toBeLessThan(55)
  }
  expect(await readFrom(disk)).toEqual({ a: 59 })
})

test('C9: many updates become one', async () => {
  const [disk, doc] = [new TestDisk(), new Y.Doc()]
  const store = keepOn(disk, doc)
  await store.loaded
  for (let i = 0; i < 1200; i++) doc.getMap('rows').set(`${i % 7}`, i)
  await store.flushed()
  expect(disk.rows(NAME, 'updates').size).toBeLessThan(500)
  expect(await readFrom(disk)).toEqual(doc.getMap('rows').toJSON())
})

test('C3: columns hold with the write that comes while they are put down, or not at all', async () => {
  const [disk, doc] = [new TestDisk(), new Y.Doc()]
  const [collections, rows] = [[products] as Collection[], new RecordSet<Collection>(doc, products)]
  const stores = keptStores({ disk, refusals, build: 'one' })
  const store = stores.open(NAME, doc, false)
  await store.loaded
  const add = (id: string) => doc.getMap('products').set(`${id}#A`, formatCreation('0mi1c2k3l000A', 1, { name: id }))
  add('first')
  await store.flushed()
  // The disk is asked which update is the last, and in that moment another one comes.
  disk.waits = () => {
    disk.waits = () => undefined
    add('second')
    return Promise.resolve()
  }
  await store.keepColumns(() => columnsOf(collections, () => rows.rows()))
  await store.flushed()
  const kept = await stores.columns(NAME, collections)
  expect(kept?.sheaves[0]?.ids).toEqual(['first', 'second'])
})

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1)

test.each(SEEDS)('whatever is refused or wiped, nothing is lost once there is room (seed %i)', async (seed) => {
  const random = seeded(seed)
  const [disk, doc] = [new TestDisk(), new Y.Doc()]
  let share = 0
  disk.time = () => (random() < 0.5 ? 0 : random() * 3)
  disk.refuses = () => random() < share
  const store = keepOn(disk, doc)
  const meta = await Meta.open({ disk, name: 'company/user', refusals })
  await store.loaded
  for (let i = 0; i < 60; i++) {
    if (random() < 0.2) share = random() < 0.5 ? random() : 0
    if (random() < 0.05) disk.wipe()
    const key = `${Math.floor(random() * 10)}`
    doc.getMap('rows').set(key, i)
    if (random() < 0.3) meta.remove('outbox', key)
    else meta.put('outbox', key, i)
    // Whoever is told that it is on disk can rely on it.
    const state = doc.getMap('rows').toJSON()
    const isKept = await Promise.race([
      store.flushed().then(
        () => true,
        () => false,
      ),
      later(random() * 4),
    ])
    if (isKept) expect(await readFrom(disk)).toEqual(state)
  }
  share = 0
  // What was asked of the disk before is refused still, and tried again.
  const isThere = () =>
    store
      .flushed()
      .then(() => meta.flushed())
      .then(
        () => true,
        () => false,
      )
  await expect.poll(isThere, { interval: 2 }).toBe(true)
  await settled()
  expect(await readFrom(disk)).toEqual(doc.getMap('rows').toJSON())
  const again = await Meta.open({ disk: disk.copy(), name: 'company/user', refusals })
  expect(again.all('outbox')).toEqual(meta.all('outbox'))
})

function later(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, ms, false))
}
