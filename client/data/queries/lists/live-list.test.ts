import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../../../shared/customers/collections.ts'
import { documentOf } from '../../../../shared/documents/documents.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import { Clock } from '../../../../shared/records/keys/stamp.ts'
import { RecordSet } from '../../../../shared/records/reading/record-set.ts'
import { Transaction } from '../../../../shared/records/writing/transaction.ts'
import { Directory } from '../directory.ts'
import { isHead, type ListQuery, type ListRow } from '../query.ts'
import { LiveList } from './live-list.ts'

const NONE = { behind: () => [], found: () => new Set<string>() }

const QUERY: ListQuery = {
  what: 'list',
  collection: 'customers',
  filter: [],
  search: '',
  sort: [{ field: 'name', down: false }],
  group: [],
  from: 0,
  to: 1000,
}

/** Customers in a document, their directory, and a list that follows them. */
function stage(query: Partial<ListQuery>) {
  const doc = new Y.Doc()
  const records = new RecordSet(doc, customers)
  const directory = new Directory()
  const asked: ListQuery = { ...QUERY, ...query }
  const list = new LiveList(directory, asked, NONE)
  records.observe((changes) => {
    list.take(directory.take(changes))
  })
  const document = { name: documentOf('c', 'customers', newId('common', 0)), doc, records: () => records as never }
  const clock = new Clock('TEST', () => 0)
  const write = (act: (tx: Transaction) => void) => {
    const tx = new Transaction({ clock, person: null, open: () => document })
    act(tx)
    tx.commit('test')
  }
  return { list, write, afresh: () => new LiveList(directory, asked, NONE).answer() }
}

const change = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  name: fc.constantFrom('Анна', 'Борис', 'Вера', 'анна'),
  segment: fc.constantFrom('x', 'y', null),
  gone: fc.boolean(),
})

test('a list that is mended with each change equals one that is made anew', () => {
  const query = fc.record({
    group: fc.constantFrom([], ['segment'], ['segment', 'type']),
    closed: fc.record({ all: fc.boolean(), except: fc.constantFrom([], ['group:["x"]']) }),
    search: fc.constantFrom('', 'ан'),
    from: fc.nat(3),
    to: fc.integer({ min: 3, max: 9 }),
  })
  fc.assert(
    fc.property(query, fc.array(change, { maxLength: 25 }), (asked, changes) => {
      const { list, write, afresh } = stage(asked)
      for (const { id, name, segment, gone } of changes) {
        write((tx) => {
          tx.create(customers, id, { name })
          tx.set(customers, id, { name, segment })
          tx.write(customers, id, 'gone', gone)
        })
        expect(list.answer()).toEqual(afresh())
      }
    }),
  )
})

/** Customers by id, each with a segment and a type. */
function put(
  write: ReturnType<typeof stage>['write'],
  all: Record<string, readonly [string | null, 'company' | 'person']>,
) {
  write((tx) => {
    for (const [id, [segment, type]] of Object.entries(all)) tx.create(customers, id, { name: id, segment, type })
  })
}

/** Rows as one reads them: a head as its value and count, a record as its id. */
function read(rows: readonly ListRow[]): string {
  return rows.map((row) => (isHead(row) ? `${'·'.repeat(row.level)}${row.group}×${row.count}` : row.id)).join(' ')
}

const ALL = { a: ['x', 'company'], b: ['y', 'company'], c: ['x', 'person'], d: [null, 'person'] } as const

test('groups stand with count, and their headers take part in the window', () => {
  const { list, write } = stage({ group: ['segment'], from: 1, to: 4 })
  put(write, ALL)
  const { length, count, rows, above } = list.answer()
  expect([length, count]).toEqual([7, 4])
  expect(read(rows)).toBe('a c y×1')
  expect(read(above)).toBe('x×2')
})

test('levels of groups nest; what is empty stands last; a collapsed group keeps its head', () => {
  const { list, write } = stage({ group: ['segment', 'type'] })
  put(write, ALL)
  expect(read(list.answer().rows)).toBe('x×2 ·company×1 a ·person×1 c y×1 ·company×1 b null×1 ·person×1 d')
  const [first] = list.answer().rows
  list.ask({ ...QUERY, group: ['segment', 'type'], closed: { all: false, except: [String(first?.id)] } })
  expect(read(list.answer().rows)).toBe('x×2 y×1 ·company×1 b null×1 ·person×1 d')
  list.ask({ ...QUERY, group: ['segment'], closed: { all: true, except: [] }, from: 1, to: 3 })
  expect(read(list.answer().rows)).toBe('y×1 null×1')
  expect(list.answer()).toMatchObject({ length: 3, count: 4 })
})

test('a level whose field is not there is left out', () => {
  const { list, write } = stage({ group: ['removed', 'type'] })
  put(write, ALL)
  expect(read(list.answer().rows)).toBe('company×2 a b person×2 c d')
})

test('ids are those of the list as it stands: all, or from one to another in either direction', () => {
  const { list, write } = stage({ group: ['segment'] })
  put(write, ALL)
  expect(list.ids(null).join('')).toBe('abcd')
  expect(list.ids(['c', 'd']).join('')).toBe('cbd')
  expect(list.ids(['d', 'c']).join('')).toBe('cbd')
  expect(list.ids(['a', 'gone'])).toEqual([])
})

test('only the records asked for, as far as they are here and fit', () => {
  const { list, write } = stage({ ids: ['d', 'a', 'none'], filter: [{ field: 'segment', is: 'filled', values: [] }] })
  put(write, ALL)
  expect(read(list.answer().rows)).toBe('a')
})
