import { describe, expect, test, vi } from 'vitest'
import { COLLECTIONS } from '../../../shared/collections.ts'
import { type Columns, columnsOf } from '../../../shared/columns/columns.ts'
import { keptOf, readKept } from '../../../shared/columns/kept.ts'
import { Sheaf } from '../../../shared/columns/sheaf.ts'
import { orders } from '../../../shared/orders/collections.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { MEASURES, type ReportAsk } from '../../../shared/reports/ask.ts'
import { seeded } from '../../../tests/support/random.ts'
import type { LiveDocument } from '../documents/live-document.ts'
import { LiveBoard } from '../queries/board/live-board.ts'
import { aboutCustomer } from '../queries/customers/about-customer.ts'
import { Twins } from '../queries/customers/twins.ts'
import { Directory } from '../queries/directory.ts'
import { foundIn } from '../queries/finding/testing/found-in.ts'
import { Funnels } from '../queries/funnel/funnels.ts'
import { LiveList } from '../queries/lists/live-list.ts'
import type { FunnelQuery, ListQuery } from '../queries/query.ts'
import { Reports } from '../queries/reports/reports.ts'
import { trash } from '../queries/trash/trash.ts'
import { Books, CUSTOMERS, TODAY } from './testing/books.ts'

const MADE = { by: 'one', upTo: 7 }
const [ORDERS]: readonly Collection[] = [orders]
const ALL = { from: 0, to: 1000 }

function collectionsIn({ name }: LiveDocument): Collection[] {
  const family = name.split('/')[1]
  return Object.values<Collection>(COLLECTIONS).filter((one) => one.family === family)
}

/** A document's columns as they come from a disk. */
function fromDisk(document: LiveDocument): Columns {
  const collections = collectionsIn(document)
  const kept = keptOf(
    columnsOf(collections, (one) => document.records(one).rows()),
    MADE,
  )
  const read = readKept(structuredClone(kept), MADE, collections)
  if (typeof read === 'string') throw new Error(read)
  return read
}

function reportAsk(source: 'sales' | 'orders' | 'losses' | 'debts'): ReportAsk {
  const ask = { source, rows: ['customer', 'kind'], columns: 'month', measures: MEASURES[source] } as const
  return { ...ask, from: null, until: null, compare: null, filter: [], search: '' }
}

/** What a device has at hand of the books, having read the documents that `reads` says, the others from their columns. */
function device(books: Books, reads: (name: string) => boolean) {
  const directory = new Directory('grey', () => TODAY)
  const funnels = new Funnels(directory)
  const reports = new Reports(directory)
  // Facts of these are kept from the first document on, the others made when a report asks first.
  reports.table(reportAsk('orders'))
  for (const document of books.all.values()) {
    if (reads(document.name)) read(document)
    else stand(document)
  }
  function read(document: LiveDocument) {
    for (const collection of collectionsIn(document)) {
      const changed = directory.take(document.changesFrom(collection, []))
      funnels.take(changed)
      reports.take(changed)
    }
  }
  function stand(document: LiveDocument) {
    const columns = fromDisk(document)
    directory.stand(columns, true)
    funnels.stand(columns)
    reports.stand(columns, true)
  }
  return { directory, funnels, reports }
}

const SEARCHES = ['', 'елкин', 'окно', 'покупатель 2', 'срочно', 'дорого'] as const

function listQuery(books: Books): ListQuery {
  return {
    ...{ what: 'list', collection: 'orders', ...ALL },
    filter: books.pick([
      [],
      [{ field: 'state', is: 'in', values: ['new', 'completed'] }],
      [{ field: 'total', is: 'more', values: [1000] }],
      [{ field: 'customer.name', is: 'contains', values: ['2'] }],
      [{ field: 'responsible', is: 'filled', values: [] }],
    ]),
    search: books.pick(SEARCHES),
    sort: [
      { field: books.pick(['date', 'companyTotal', 'customer', 'state', 'note']), down: books.pick([true, false]) },
    ],
    group: books.pick([[], ['kind', 'state'], ['date:month'], ['responsible']]),
  }
}

function funnelQuery(books: Books): FunnelQuery {
  return {
    ...{ what: 'funnel', kinds: books.pick([null, ['kitchens']]), sort: books.pick([null, 'work']) },
    period: books.pick([
      { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, basis: 'order' },
      { from: TODAY - 200 * 86_400_000, to: TODAY, basis: books.pick(['order', 'move']) },
    ]),
    moment: books.pick(['now', TODAY - 50 * 86_400_000]),
    mode: books.pick(['reached', 'visited']),
    by: books.pick(['order', 'customer', 'manager']),
    ...{ filter: [], search: books.pick(['', 'окно']), spread: true, worked: true },
  }
}

/** All that lists, sums, search, board, bin and funnel say. */
function answers({ directory, funnels, reports }: ReturnType<typeof device>, asked: ReturnType<typeof asking>) {
  const ids = [...directory.rows('orders').keys()].sort()
  return {
    rows: ids.map((id) => directory.row('orders', id)),
    items: ids.map((id) => directory.item('orders', id)),
    lists: asked.lists.map((query) =>
      new LiveList(directory, query, { behind: () => [], found: () => new Set() }).answer(),
    ),
    behind: asked.funnels.map((query) => funnels.behind(query, { of: 'block', kind: 'kitchens' }).sort()),
    funnels: asked.funnels.map((query) => funnels.open(query).answer()),
    reports: (['sales', 'orders', 'losses', 'debts'] as const).map((source) => reports.table(reportAsk(source))),
    finds: asked.texts.map((text) => foundIn(directory, text)),
    trash: trash(directory, { what: 'trash', collection: null, search: '', ...ALL }),
    board: new LiveBoard(directory, asked.board).answer(),
    debts: CUSTOMERS.map((id) => debtsOf(directory, id)),
  }
}

function debtsOf(directory: Directory, id: string) {
  return aboutCustomer(directory, new Twins(directory), { what: 'customer', id }).debts
}

function asking(books: Books) {
  const windows = ['new', 'measured', 'made', 'completed'].map((state) => ({ lane: null, state, ...ALL }))
  return {
    lists: Array.from({ length: 6 }, () => listQuery(books)),
    funnels: Array.from({ length: 6 }, () => funnelQuery(books)),
    texts: ['елкин', 'покупатель', '7', CUSTOMERS[0] ?? ''],
    board: { what: 'board', kind: 'kitchens', filter: [], search: '', lanes: false, windows } as const,
  }
}

/** Hits of one rank stand in the order in which records came; so do cards and groups that are equal in all else. */
function readable(all: ReturnType<typeof answers>) {
  const hits = all.finds.map((one) => ({ ...one, hits: one.hits.map(({ item, rank }) => `${rank} ${item.id}`).sort() }))
  return { ...all, finds: hits }
}

describe('C1: answers are the same whether a document was read or stands from its columns', () => {
  test.each(Array.from({ length: 40 }, (_, i) => i + 1))('seed %i', (seed) => {
    const books = new Books(seed, 120)
    const [random, asked] = [seeded(seed), asking(books)]
    expect(books.quarters().length).toBeGreaterThan(2)
    const read = readable(
      answers(
        device(books, () => true),
        asked,
      ),
    )
    const isOrders = (name: string) => name.includes('/orders/')
    expect(
      readable(
        answers(
          device(books, (name) => !isOrders(name)),
          asked,
        ),
      ),
    ).toEqual(read)
    expect(
      readable(
        answers(
          device(books, (name) => !isOrders(name) || random() < 0.5),
          asked,
        ),
      ),
    ).toEqual(read)
  })
})

test('C2: a row that stands from columns is the row that its record reads as, name by name', () => {
  const books = new Books(1, 60)
  expect(books.quarters().some((one) => [...one.records(orders).rows()].some(({ gone }) => gone))).toBe(true)
  for (const document of books.all.values()) {
    for (const sheaf of fromDisk(document).sheaves) {
      const rows = [...document.records(sheaf.collection).rows()]
      const inText = (all: Iterable<{ readonly id: string }>) => [...all].map((row) => JSON.stringify(row)).sort()
      expect(inText(sheaf.rows())).toEqual(inText(rows))
      for (const { id } of rows) expect(sheaf.row(id)?.id).toBe(id)
      expect(sheaf.row('common-none')).toBeNull()
    }
  }
})

test('RP18: reports make no row of an order whose document stands from its columns', () => {
  const books = new Books(5, 120)
  const isOrders = (name: string) => name.includes('/orders/')
  const { reports } = device(books, (name) => !isOrders(name))
  const made = vi.spyOn(Sheaf.prototype, 'row')
  const sources = ['sales', 'orders', 'losses', 'debts'] as const
  const facts = sources.map((source) => reports.ground(reportAsk(source)).columns.count)
  expect(made).not.toHaveBeenCalled()
  expect(facts.some((count) => count > 0)).toBe(true)
  made.mockRestore()
})

describe('C4: what is not as it was written is not taken', () => {
  const [document] = new Books(3, 60).quarters()
  if (!document || !ORDERS) throw new Error('the books are empty')
  const kept = keptOf(
    columnsOf([ORDERS], (one) => document.records(one).rows()),
    MADE,
  )

  test('a changed byte anywhere is seen', () => {
    const random = seeded(4)
    for (let i = 0; i < 300; i++) {
      const block = kept.block.slice()
      const at = Math.floor(random() * block.length)
      block[at] = (block[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      expect(readKept({ ...kept, block }, MADE, [ORDERS])).toBe('spoiled')
    }
    expect(readKept({ ...kept, block: kept.block.slice(0, -8) }, MADE, [ORDERS])).toBe('spoiled')
  })

  test('another thing in its place is seen', () => {
    for (const row of [null, 7, 'text', {}, { ...kept, sum: '1' }, { ...kept, block: [] }]) {
      expect(readKept(row, MADE, [ORDERS])).toBe('spoiled')
    }
  })

  test('C3: of another build, or made with other updates, it is passed over', () => {
    expect(readKept({ ...kept, by: 'two' }, MADE, [ORDERS])).toBe('other')
    expect(readKept(kept, { ...MADE, upTo: 8 }, [ORDERS])).toBe('other')
  })
})
