import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../../shared/customers/collections.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import { newId } from '../../../shared/records/id.ts'
import { RecordSet } from '../../../shared/records/record-set.ts'
import { Clock } from '../../../shared/records/stamp.ts'
import { Transaction } from '../../../shared/records/transaction.ts'
import { Directory } from './directory.ts'
import { LiveList } from './live-list.ts'
import type { ListQuery } from './query.ts'

const NONE = () => []

/** Customers in a document, their directory, and a list that follows them. */
function stage(query: Partial<ListQuery>) {
  const doc = new Y.Doc()
  const records = new RecordSet(doc, customers)
  const directory = new Directory()
  const asked: ListQuery = {
    what: 'list',
    collection: 'customers',
    filter: [],
    search: '',
    sort: [{ field: 'name', down: false }],
    group: null,
    from: 0,
    to: 1000,
    ...query,
  }
  const list = new LiveList(directory, asked, NONE)
  records.observe((changes) => {
    for (const [, ids] of directory.take(changes)) list.take(ids)
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
    group: fc.constantFrom(null, 'segment'),
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

test('groups stand with count, and their headers take part in the window', () => {
  const { list, write } = stage({ group: 'segment', from: 1, to: 4 })
  write((tx) => {
    for (const [id, segment] of [
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'x'],
    ] as const)
      tx.create(customers, id, { name: id, segment })
  })
  const { length, count, rows } = list.answer()
  expect([length, count]).toEqual([5, 3])
  expect(rows).toMatchObject([{ id: 'a' }, { id: 'c' }, { group: 'y', count: 1 }])
})
