import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { COLLECTIONS } from '../collections.ts'
import { exchangeOf } from '../company/rates.ts'
import { customers } from '../customers/collections.ts'
import { demoCommands } from '../demo/demo.ts'
import { events } from '../events/collections.ts'
import { FunnelColumns, funnelReport } from '../funnel/index.ts'
import { MemoryCompany } from '../importing/testing/memory-company.ts'
import { debtsOf } from '../movements/debts.ts'
import { movementsOf } from '../movements/movements.ts'
import { kinds, orders } from '../orders/collections.ts'
import { funnelKind } from '../orders/funnel/funnel-kinds.ts'
import { funnelOrder } from '../orders/funnel/funnel-order.ts'
import { orderTotal } from '../orders/totals.ts'
import { planRows } from '../plans/collections.ts'
import type { Collection } from '../records/declarations/collection.ts'
import { newId } from '../records/keys/id.ts'
import { cutDocument } from '../records/packing/document.ts'
import { RecordSet } from '../records/reading/record-set.ts'
import { SOURCES } from '../reports/sources/sources.ts'
import { KNOWN } from '../reports/testing/arbitrary.ts'
import { Finding } from './finding.ts'
import { personalOf } from './personal.ts'
import { type AnyRow, keysOf, type Sought } from './scope.ts'

const NOW = Date.parse('2026-11-23T12:30:00+03:00')
type Docs = ReadonlyMap<string, Y.Doc>

let demo: Docs
beforeAll(() => {
  const memory = new MemoryCompany(NOW)
  memory.run(demoCommands(NOW))
  demo = new Map([...memory.documents()].map(({ name, doc }) => [name, doc]))
})

function rowsOf<C extends Collection>(docs: Docs, collection: C): AnyRow[] {
  const own = [...docs].filter(([name]) => name.split('/')[1] === collection.family)
  return own.flatMap(([, doc]) => [...new RecordSet(doc, collection as Collection).rows()]) as AnyRow[]
}

function soughtOf(row: AnyRow): Omit<Sought, 'found'> {
  const person = { is: 'customer', customer: row.id } as const
  const keys = new Set(keysOf(row, person))
  const inns = new Set(typeof row.inn === 'string' ? [row.inn] : [])
  return {
    person,
    customers: new Set([row.id]),
    contactName: null,
    isTheirs: (key) => keys.has(key),
    inns,
    ownType: () => undefined,
  }
}

function erased(docs: Docs, row: AnyRow): Docs {
  const finding = new Finding(soughtOf(row))
  for (const [name, doc] of docs)
    for (const collection of Object.values<Collection>(COLLECTIONS))
      if (collection.family === name.split('/')[1] && personalOf(collection.name))
        for (const one of new RecordSet(doc, collection).rows()) finding.take(name, collection.name, one as AnyRow)
  const { cuts } = finding.end()
  const next = (name: string, doc: Y.Doc) => {
    const own = cuts.get(name)
    if (!own) return doc
    const into = new Y.Doc()
    cutDocument(doc, into, 'g', own)
    return into
  }
  return new Map([...docs].map(([name, doc]) => [name, next(name, doc)]))
}

/** Every figure that is made of records. */
function figures(docs: Docs) {
  const own = rowsOf(docs, orders) as never[]
  const columns = new FunnelColumns()
  const exchange = exchangeOf(null, [])
  for (const order of own) columns.put(funnelOrder(order, exchange))
  const funnel = rowsOf(docs, kinds).flatMap((kind) =>
    (['reached', 'standing'] as const).map((mode) =>
      funnelReport(
        columns,
        {
          kinds: [funnelKind(kind as never)],
          period: { from: 0, to: NOW, basis: 'order' },
          moment: NOW,
          mode: mode as 'reached',
          by: 'order',
        },
        NOW,
      ),
    ),
  )
  return {
    totals: own.map((order) => orderTotal(order)),
    movements: own.map((order) => movementsOf(order)),
    debts: debtsOf(own),
    facts: Object.values(SOURCES).map((source) =>
      rowsOf(docs, source.of).map((row) => source.factsOf(row as never, KNOWN)),
    ),
    plans: rowsOf(docs, planRows),
    funnel,
  }
}

const textOf = (docs: Docs) =>
  [...docs.values()].map((doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('utf8')).join('\n')

test('ER5: funnel, movements, debts, plans and the facts of all reports are the same, digit for digit, whoever is erased', () => {
  const all = rowsOf(demo, customers)
  const before = figures(demo)
  expect(before.totals.length).toBeGreaterThan(50)
  fc.assert(
    fc.property(fc.subarray(all, { minLength: 1, maxLength: 4 }), (some) => {
      const after = some.reduce((docs, row) => erased(docs, row), demo)
      expect(figures(after)).toEqual(before)
    }),
    { numRuns: 8 },
  )
})

test('ER2, ER3: nothing of the person is left in any document: names, numbers, notes, what was said', () => {
  const memory = new MemoryCompany(NOW)
  memory.run(demoCommands(NOW))
  const id = newId('common', NOW)
  const event = newId('common', NOW)
  memory.write((tx) => {
    tx.create(customers, id, {
      name: 'Метка-1',
      phone: '+79161234567',
      email: 'm2@metka.test',
      note: 'Метка-3',
      contacts: { k: { name: 'Метка-4' } },
    })
    tx.set(customers, id, { note: 'Метка-5' })
    tx.create(events, event, {
      kind: 'call',
      subject: 'Метка-6',
      text: 'Метка-7',
      customer: id,
      address: '+7 916 123-45-67',
    })
    tx.create(events, newId('common', NOW), { kind: 'letter', subject: 'Метка-8', address: 'M2@metka.test' })
    tx.create(COLLECTIONS.comments, newId('common', NOW), { about: `events/${event}`, text: 'Метка-9' })
    tx.create(COLLECTIONS.files, newId('common', NOW), {
      about: `customers/${id}`,
      name: 'Метка-10',
      hash: 'a'.repeat(64),
    })
    tx.create(orders, newId('common', NOW), { sort: 'customer', date: NOW, customer: id, note: 'Метка-11' })
  })
  const docs = new Map([...memory.documents()].map(({ name, doc }) => [name, doc]))
  const row = rowsOf(docs, customers).find((one) => one.id === id)
  const after = erased(docs, row as AnyRow)
  const left = (docs: Docs) => textOf(docs).match(/Метка-\d+|metka|9161234567|123-45-67/gi)
  expect(new Set(left(docs)).size).toBeGreaterThan(12)
  expect(left(after)).toBeNull()
  expect(rowsOf(after, customers).find((one) => one.id === id)?.name).toBe('Покупатель удален')
})
