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
import { seeded } from '../support/random.ts'
import { SEED, times } from './support/length.ts'

const WITHIN = times(5, 30) * 60_000
const ROUNDS = times(3, 500)
/** What both programs write. */
const WRITTEN = 'note'

/** The declaration of an older program: the same, without some of today's fields, columns of lists and lists. */
function olderThan({ fields, lists, ...rest }: Collection, random: () => number): Collection {
  const some = <T>(of: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(of).filter(([name]) => name === WRITTEN || random() < 0.7))
  const known = Object.entries(some(lists)).map(
    ([name, list]) => [name, { ...list, fields: some(list.fields) }] as const,
  )
  return { ...rest, fields: some(fields), lists: Object.fromEntries(known) }
}

function golden(name: string): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, readFileSync(join(ROOT, 'tests/fixtures/documents', `${name}.bin`)))
  return doc
}

function rowsOf(doc: Y.Doc, collection: Collection) {
  return [...new RecordSet(doc, collection).rows()]
}

/** Writes a note into every order that may be written, as a program with that declaration does; gives their ids. */
function write(doc: Y.Doc, collection: Collection, replica: string, note: string): string[] {
  const set = new RecordSet(doc, collection)
  const records = () => set as unknown as RecordSet<never>
  const document = { name: 'company/orders/common/2026Q4', doc, records } as unknown as OpenDocument
  const ids = rowsOf(doc, collection).flatMap(({ id, newer }) => (newer ? [] : [id]))
  const tx = new Transaction({ clock: new Clock(replica, Date.now), person: null, open: () => document })
  for (const id of ids) tx.write(collection, id, WRITTEN, note)
  tx.commit('test')
  return ids
}

/** A program with the declaration and today's write into copies of a document, one after the other. */
function share(name: string, declared: Collection): void {
  const [older, today] = [golden(name), golden(name)]
  const before = rowsOf(today, orders) as unknown as Order[]
  expectKnown(rowsOf(older, declared), before, declared)
  const ids = write(older, declared, '7KQ2-old', 'by the older one')
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
  const read = rowsOf(older, declared) as unknown as Order[]
  for (const id of ids) expect(read.find((row) => row.id === id)?.note).toBe('by today’s')
}

type Values = Readonly<Record<string, unknown>>

/** The older program reads of each order what it knows of as today's does. */
function expectKnown(read: readonly Values[], today: readonly Values[], { fields }: Collection): void {
  const known = (row: Values) => Object.fromEntries(['id', ...Object.keys(fields)].map((name) => [name, row[name]]))
  expect(read.map(known)).toEqual(today.map(known))
}

test.each(['v1-orders', 'packed-orders'])(
  `an older program and today’s share a document, ${ROUNDS} times: each reads what it knows, leaves alone the rest, and sees what the other writes (%s, seed ${SEED})`,
  { timeout: WITHIN },
  (name) => {
    const random = seeded(SEED)
    for (let round = 0; round < ROUNDS; round++) share(name, olderThan(orders, random))
  },
)
