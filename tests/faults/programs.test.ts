import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { ROOT } from '../../scripts/root.ts'
import { type Order, orders } from '../../shared/orders/collections.ts'
import type { Collection } from '../../shared/records/declarations/collection.ts'
import { Clock } from '../../shared/records/keys/stamp.ts'
import { RecordSet } from '../../shared/records/reading/record-set.ts'
import { type OpenDocument, Transaction } from '../../shared/records/writing/transaction.ts'

/** What came to be declared lately, and an older program knows nothing of. */
const LATER = ['cardPlace', 'tags', 'shipment', 'contact']

/** The declaration of an older program: the same, without some of today's fields. */
const OLDER: Collection = {
  ...orders,
  fields: Object.fromEntries(Object.entries(orders.fields).filter(([name]) => !LATER.includes(name))),
}

function golden(name: string): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, readFileSync(join(ROOT, 'tests/fixtures/documents', `${name}.bin`)))
  return doc
}

function rowsOf(doc: Y.Doc, collection: Collection) {
  return [...new RecordSet(doc, collection).rows()]
}

/** Writes a note into every order that may be written, as a program with that declaration does. */
function write(doc: Y.Doc, collection: Collection, replica: string, note: string): string[] {
  const set = new RecordSet(doc, collection)
  const records = () => set as unknown as RecordSet<never>
  const document = { name: 'company/orders/common/2026Q4', doc, records } as unknown as OpenDocument
  const ids = rowsOf(doc, collection).flatMap(({ id, newer }) => (newer ? [] : [id]))
  const tx = new Transaction({ clock: new Clock(replica, Date.now), person: null, open: () => document })
  for (const id of ids) tx.write(collection, id, 'note', note)
  tx.commit('test')
  return ids
}

test.each(['v1-orders', 'packed-orders'])(
  'an older program and today’s share a document: each reads what it knows, leaves alone the rest, and sees what the other writes (%s)',
  (name) => {
    const [older, today] = [golden(name), golden(name)]
    const before = rowsOf(today, orders) as unknown as Order[]
    expect(rowsOf(older, OLDER).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    const ids = write(older, OLDER, '7KQ2-old', 'by the older one')
    expect(ids.length).toBeGreaterThan(0)
    Y.applyUpdate(today, Y.encodeStateAsUpdate(older))
    const after = rowsOf(today, orders) as unknown as Order[]
    for (const order of before) {
      const now = after.find(({ id }) => id === order.id)
      const wrote = ids.includes(order.id)
      expect(now).toEqual({ ...order, ...(wrote && { note: 'by the older one', changedAt: now?.changedAt }) })
    }
    write(today, orders, '7KQ2-new', 'by today’s')
    Y.applyUpdate(older, Y.encodeStateAsUpdate(today))
    const read = rowsOf(older, OLDER) as unknown as Order[]
    for (const id of ids) expect(read.find((row) => row.id === id)?.note).toBe('by today’s')
  },
)
