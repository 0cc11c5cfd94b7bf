import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { COLLECTIONS } from '../../../../shared/collections.ts'
import { COMMANDS } from '../../../../shared/commands.ts'
import { COMPANY } from '../../../../shared/company/collections.ts'
import { documentOf } from '../../../../shared/documents/documents.ts'
import { keyOf } from '../../../../shared/funnel/index.ts'
import { orders } from '../../../../shared/orders/collections.ts'
import { newMove } from '../../../../shared/orders/moves/move-order.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import { Clock } from '../../../../shared/records/keys/stamp.ts'
import { RecordSet } from '../../../../shared/records/reading/record-set.ts'
import { type OpenDocument, Transaction } from '../../../../shared/records/writing/transaction.ts'
import { type FunnelReceived, putTogether } from '../../page/funnel-report.ts'
import { Directory } from '../directory.ts'
import type { FunnelQuery } from '../query.ts'
import { Funnels } from './funnels.ts'

const [KITCHENS, REPAIRS] = ['k', 'r']

/** Documents in memory, with a kind and its states, whose changes reach a directory and the funnels over it. */
function stage(now: () => number = Date.now) {
  const directory = new Directory(null, now)
  const funnels = new Funnels(directory)
  const documents = new Map<string, OpenDocument>()
  const clock = new Clock('TEST', now)
  const open = (collection: Collection, id: string): OpenDocument => {
    const name = documentOf('c', collection.family, id)
    const known = documents.get(name)
    if (known) return known
    const doc = new Y.Doc()
    const sets = new Map<string, RecordSet<Collection>>()
    for (const one of Object.values<Collection>(COLLECTIONS).filter(({ family }) => family === collection.family)) {
      const set = new RecordSet(doc, one)
      set.observe((changes) => funnels.take(directory.take(changes)))
      sets.set(one.name, set)
    }
    const fresh = { name, doc, records: (one: Collection) => sets.get(one.name) } as unknown as OpenDocument
    documents.set(name, fresh)
    return fresh
  }
  const run = (act: (tx: Transaction) => void) => {
    const tx = new Transaction({ clock, person: null, open })
    act(tx)
    tx.commit('test')
  }
  const makeKind = (id: string) => {
    run((tx) => {
      COMMANDS.createRecord(tx, { collection: 'kinds', id, values: { name: id, sort: 'work' } })
      COMMANDS.addStates(tx, { id, states: ['s1', 's2'] })
    })
  }
  run((tx) => {
    for (const id of ['s1', 's2']) COMMANDS.createRecord(tx, { collection: 'states', id, values: { name: id } })
  })
  makeKind(KITCHENS)
  /** An order of the first state; gives its id. */
  const make = (customer: string, kind = KITCHENS) => {
    const id = newId('common', Date.now())
    const order = { id, fields: { sort: 'work', customer }, lines: [{ quantity: 1000, price: 100 }] } as const
    run((tx) => COMMANDS.createOrder(tx, { ...order, start: { kind, state: 's1' } }))
    return id
  }
  /** An order of a kind that is not here, as it comes from a device that has it. */
  const makeOf = (kind: string, state: string) => {
    const id = newId('common', Date.now())
    run((tx) => {
      const moves = { m1: newMove(tx, { kind, state }, { total: 0, responsible: null }, []) }
      tx.create(orders, id, { sort: 'work', date: tx.now(), moves })
    })
    return id
  }
  return { funnels, run, makeKind, make, makeOf }
}

/** A page in front of an open report, which puts its answers together. */
class Page {
  readonly #funnels: Funnels
  readonly #query: FunnelQuery
  readonly #open: ReturnType<Funnels['open']>
  report: FunnelReceived | undefined
  /** How many blocks the last answer brought. */
  posted = 0

  constructor(funnels: Funnels, query: FunnelQuery) {
    this.#funnels = funnels
    this.#query = query
    this.#open = funnels.open(query)
  }

  take(): this {
    const answer = this.#open.answer()
    this.posted = answer.blocks.length
    this.report = putTogether(this.report, answer)
    return this
  }

  /** Takes the next answer: then the report must be what it would be if it were opened anew, but for hours, which grow. */
  expectSame(): this {
    this.take()
    expect(readable(this.report)).toEqual(readable(new Page(this.#funnels, this.#query).take().report))
    return this
  }
}

function readable(report: FunnelReceived | undefined) {
  const blocks = report?.blocks.map(({ rows, ...block }) => ({
    ...block,
    rows: rows.map(({ hours: _, ...row }) => row),
  }))
  const sorted = blocks?.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const kinds = report?.kinds.map(({ id, gone }) => `${id} ${gone ?? 'here'}`)
  const names = new Set(sorted?.flatMap(({ group }) => (group ? [report?.names[group]] : [])))
  const medians = [...(report?.spread ?? [])].map(([key, { rows }]) => [key, rows.map(({ median }) => median !== null)])
  return { sorted, kinds, names, medians: medians.sort() }
}

const query: FunnelQuery = {
  what: 'funnel',
  kinds: null,
  sort: null,
  period: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, basis: 'order' },
  moment: 'now',
  mode: 'reached',
  by: 'order',
  filter: [],
  search: '',
  spread: false,
  worked: false,
}

test('an open report takes up moves, removals and new groups by what changed, and stays what it would be if opened anew', () => {
  const { funnels, run, make } = stage()
  const pages = (['order', 'customer'] as const).map((by) => new Page(funnels, { ...query, by, spread: true }))
  const [byOrder, byCustomer] = pages
  const same = () => pages.map((page) => page.expectSame().posted)
  same()
  const first = make('c1')
  expect(same()).toEqual([1, 1])
  const second = make('c2')
  make('c3')
  expect(same()).toEqual([1, 2])
  run((tx) => COMMANDS.moveOrder(tx, { id: first, state: 's2' }))
  expect(same()).toEqual([1, 1])
  expect(byOrder?.report?.blocks[0]?.rows.map((row) => row.reached)).toEqual([3, 1, 0])
  run((tx) => COMMANDS.removeRecord(tx, { collection: 'orders', id: second }))
  expect(same()).toEqual([1, 1])
  expect(byCustomer?.report?.blocks.map((block) => block.group).sort()).toEqual(['c1', 'c3'])
  expect(same()).toEqual([0, 0])
})

test('orders of a kind that is removed or not here stand in blocks of their own, and leave them when it comes', () => {
  const { funnels, run, make, makeOf, makeKind } = stage()
  const page = new Page(funnels, query).take()
  const standing = () => page.expectSame().report?.blocks.map(({ kind, orders: count }) => [kind, count])
  makeKind(REPAIRS)
  make('c1', REPAIRS)
  run((tx) => COMMANDS.removeRecord(tx, { collection: 'kinds', id: REPAIRS }))
  make('c1')
  expect(standing()).toEqual([
    [KITCHENS, 1],
    [REPAIRS, 1],
  ])
  expect(page.report?.kinds.map(({ gone }) => gone)).toEqual([undefined, 'removed'])
  makeOf('late', 's2')
  expect(standing()?.at(-1)).toEqual(['late', 1])
  expect(page.report?.kinds.at(-1)).toEqual({ id: 'late', sort: 'work', name: '', states: [], gone: 'missing' })
  expect(page.report?.blocks.at(-1)?.orphans).toMatchObject([{ state: 's2', orders: 1 }])
  expect(funnels.behind(query, { of: 'orphan', kind: 'late', state: 's2' })).toHaveLength(1)
  makeKind('late')
  expect(new Page(funnels, query).take().report?.kinds.map(({ id, gone }) => `${id} ${gone}`)).toEqual([
    'k undefined',
    'late undefined',
    'r removed',
  ])
})

test('a filter by sort takes the kinds of that sort, those that are not here too', () => {
  const { funnels, makeOf } = stage()
  makeOf('late', 's2')
  const kindsOf = (sort: FunnelQuery['sort']) => new Page(funnels, { ...query, sort }).take().report?.kinds
  expect(kindsOf('work')?.map(({ id }) => id)).toEqual([KITCHENS, 'late'])
  expect(kindsOf('customer')).toEqual([])
})

test('now is what the server calls so: moves of a device whose clock is behind count at once', () => {
  const ahead = 24 * 3_600_000
  const { funnels, make } = stage(() => Date.now() + ahead)
  make('c1')
  const { report } = new Page(funnels, query).take()
  expect(report?.blocks[0]?.rows[0]).toMatchObject({ reached: 1, staying: 1 })
})

test('F34: working hours follow the company’s week and holidays, and stand where they were asked for alone', () => {
  let at = Date.UTC(2026, 10, 2, 8)
  const { funnels, run, make } = stage(() => at)
  const page = new Page(funnels, { ...query, worked: true })
  const worked = () => page.take().report?.spread.get(KITCHENS)?.rows[0]
  const week = [1, 2, 3, 4, 5].map((day) => `${day} 10:00 18:00`)
  run((tx) => {
    const values = { name: 'Ассоль', zone: 'UTC', week: ['1 09:00 18:00'] }
    COMMANDS.createRecord(tx, { collection: 'company', id: COMPANY, values })
  })
  const id = make('c1')
  at = Date.UTC(2026, 10, 5, 12)
  run((tx) => COMMANDS.moveOrder(tx, { id, state: 's2' }))
  expect(worked()).toEqual({ state: 's1', median: null, p90: null, worked: 9 })
  run((tx) => COMMANDS.setRecord(tx, { collection: 'company', id: COMPANY, values: { week } }))
  expect(worked()?.worked).toBe(26)
  const days = [{ date: '2026-11-04', kind: 'dayOff', name: null }] as const
  run((tx) => COMMANDS.setSpecialDays(tx, { id: COMPANY, days }))
  expect(worked()?.worked).toBe(18)
  expect(page.report?.blocks[0]?.rows[0]?.hours).toBe(76)
  expect(new Page(funnels, query).take().report?.spread.size).toBe(0)
})
