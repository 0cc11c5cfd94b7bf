import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IndexMaker } from './block.ts'
import { IndexedDocument } from './document.ts'
import { FOUND_IN, type FoundIn } from './fields.ts'
import { type FoundAll, type Search, SearchIndex, shelvedOf } from './search-index.ts'
import { type AnyValues, termsOf } from './terms.ts'

interface Placed {
  readonly document: string
  readonly collection: FoundIn
  readonly row: AnyValues
}

const order = (n: number, values: object): Placed => ({
  document: n < 3 ? 'orders/2' : 'orders/1',
  collection: 'orders',
  row: { id: `common-o${9 - n}`, madeBy: 'r1', ...values },
})
const customer = (id: string, values: object): Placed => ({
  document: 'customers',
  collection: 'customers',
  row: { id, madeBy: 'r1', ...values },
})

const COMPANY: readonly Placed[] = [
  order(1, { number: 'ЗН-12345', draft: 'Ч-7KQ2-1', customer: 'c1', responsible: 'u1' }),
  order(2, { number: 'ЗН-0012', draft: 'Ч-7KQ2-2', customer: 'c3', note: 'Окна во двор, кухня', responsible: 'u2' }),
  order(3, {
    number: 'ЗН-0112',
    customer: 'c2',
    tags: ['срочно'],
    lines: [{ id: 'l', product: 'p1', text: 'Столешница дубовая' }],
  }),
  order(4, { number: 'ЗН-0013', customer: 'c1', note: 'Дверь', gone: true }),
  customer('c1', {
    name: 'Ёлкин Пётр',
    inn: '7701234567',
    phone: '8 (916) 555-01-43',
    contacts: [{ id: 'k', name: 'Мария Шилова', note: 'звонить вечером' }],
    emails: [{ id: 'e', email: 'elkin@firma.example', contact: 'kontakt-id' }],
  }),
  customer('c2', { name: 'Ведеркин', phone: '+7 921 555-01-42' }),
  customer('c3', { name: 'Елкин, он же', mergedInto: 'c1' }),
  {
    document: 'goods',
    collection: 'products',
    row: { id: 'p1', name: 'Стекло закаленное', article: 'ST-12', madeBy: 'r1' },
  },
  { document: 'setup', collection: 'people', row: { id: 'u1', name: 'Седова Анна', madeBy: 'r1' } },
  {
    document: 'events/2',
    collection: 'comments',
    row: { id: 'common-m1', about: 'orders/common-o9', text: '<@u1> просил перезвонить насчёт кухонь', madeBy: 'r2' },
  },
  {
    document: 'events/2',
    collection: 'files',
    row: { id: 'common-f1', name: 'Эскиз кухни.pdf', hash: 'abc123', madeBy: 'r1' },
  },
  {
    document: 'events/2',
    collection: 'events',
    row: {
      id: 'common-v1',
      subject: 'Звонок',
      text: 'Окна будут в марте',
      customer: 'c2',
      responsible: 'u1',
      participants: [{ id: 'x', person: 'u2' }],
      madeBy: 'r1',
    },
  },
]

const MEANINGS = {
  meant: (id: string) => (id === 'c3' ? 'c1' : id),
  mergedInto: (id: string) => (id === 'c1' ? ['c3'] : []),
}

function indexed(placed: readonly Placed[]): IndexedDocument {
  const rows = placed.map(({ row, collection }) => ({ row, collection }))
  const byCollection = Map.groupBy(rows, ({ collection }) => collection)
  const shelved = shelvedOf(
    new Map([...byCollection].map(([name, all]) => [name, all.map(({ row }) => row.id).sort()])),
  )
  const maker = new IndexMaker()
  for (const { collection, ids } of shelved)
    for (const id of ids)
      maker.add(
        termsOf(
          collection,
          rows.find((one) => one.row.id === id && one.collection === collection)?.row ?? { id, gone: true },
        ),
      )
  return IndexedDocument.of(shelved, maker.make())
}

/** Everything, each document from its index, in this order. */
function built(placed: readonly Placed[], order: (names: string[]) => string[] = (names) => names): SearchIndex {
  const index = new SearchIndex(MEANINGS)
  const documents = Map.groupBy(placed, ({ document }) => document)
  for (const name of order([...documents.keys()])) index.put(name, indexed(documents.get(name) ?? []))
  return index
}

const ANYTHING = { kinds: null, concerns: null }

function last(index: SearchIndex, search: Search): FoundAll {
  let found: FoundAll = new Map()
  for (const one of index.search(search, new Set(['customers', 'orders/2']))) found = one.all
  return found
}

function told(found: FoundAll): string[] {
  const all = [...found].flatMap(([name, { best }]) => best.map(({ id, worth }) => ({ id: `${name}/${id}`, worth })))
  return all.sort((a, b) => b.worth - a.worth).map(({ id }) => id.replace('common-', ''))
}

const INDEX = built(COMPANY)
const ids = (text: string, more: Partial<Search> = {}) => told(last(INDEX, { text, ...ANYTHING, ...more }))

test('I3: every word must be there, in any order, in whatever text of the record', () => {
  expect(ids('двор окна')).toEqual(['orders/o7'])
  expect(ids('двор март')).toEqual([])
  expect(ids('елкин 0012')).toEqual(['orders/o7'])
})

test('I3: a phone is found however it is spelled, and by a part of it', () => {
  for (const typed of ['916 555', '8 916 555-01-43', '+79165550143', '555 01 43', '8 (916) 555'])
    expect(ids(typed), typed).toEqual(['customers/c1'])
})

test('I4: a part of a number finds it; the number that people call so stands first', () => {
  expect(ids('345')).toContain('orders/o8')
  expect(ids('12')).toEqual(['orders/o7', 'orders/o8', 'orders/o6', 'products/p1', 'customers/c1'])
  expect(ids('7kq2-1')[0]).toBe('orders/o8')
})

test('I4: what begins so before what holds it in the middle', () => {
  expect(ids('кол')).toEqual([])
  expect(ids('дерк')).toEqual(['customers/c2'])
})

test('I2, I5: word forms, in notes, comments, names of files, lines; ids and hashes find nothing', () => {
  expect(ids('кухню')).toEqual(['files/f1', 'orders/o7', 'comments/m1'])
  expect(ids('столешницы')).toEqual(['orders/o6'])
  expect(ids('шиловой вечер')).toEqual(['customers/c1'])
  expect(ids('firma')).toEqual(['customers/c1'])
  expect(ids('7701')).toEqual(['customers/c1'])
  expect(ids('срочно')).toEqual(['orders/o6'])
  expect(ids('abc123')).toEqual([])
  expect(ids('kontakt')).toEqual([])
  expect(ids('u1'), 'who is named in a comment').toEqual([])
})

test('I6: the other layout, and one slip where nothing fits', () => {
  expect(ids('`krby')).toEqual(ids('елкин'))
  expect(ids('ведекрин')).toEqual(ids('ведеркин'))
  expect(ids('ведеркн')).toEqual(ids('ведеркин'))
  expect(ids('вадиркин')).toEqual([])
})

test('I8: removed records are not found; merged customers lead to the one they mean, once', () => {
  expect(ids('дверь')).toEqual([])
  expect(ids('он же'), 'and whose order it was').toEqual(['customers/c1', 'orders/o7'])
  expect(last(INDEX, { text: 'елкин', ...ANYTHING }).get('customers')?.count).toBe(1)
})

test('I9: orders and events of a customer stand below the customer, those of one that was merged as well', () => {
  expect(ids('петр')).toEqual(['customers/c1', 'orders/o8', 'orders/o7'])
  expect(ids('ведер')).toEqual(['customers/c2', 'orders/o6', 'events/v1'])
  expect(ids('закаленное')).toEqual(['products/p1', 'orders/o6'])
})

test('I10: of some kinds; of whom it concerns, or who made it', () => {
  expect(ids('кухня', { kinds: new Set(['comments', 'files']) })).toEqual(['files/f1', 'comments/m1'])
  expect(ids('ок', { concerns: new Set(['u2', 'r2']) })).toEqual(['orders/o7', 'events/v1'])
  expect(ids('кухня', { concerns: new Set(['u2', 'r2']) })).toEqual(['orders/o7', 'comments/m1'])
})

test('I6: the first documents are answered first, and then all, where a slip is forgiven too', () => {
  const first = new Set(['customers', 'orders/2'])
  const counts = (text: string) => [...INDEX.search({ text, ...ANYTHING }, first)].map(({ all }) => told(all).length)
  expect(counts('елкин')).toEqual([3, 3])
  expect(counts('кухня')).toEqual([1, 3])
  expect(counts('ведекрин')).toEqual([1, 3])
  expect(counts(' – ')).toEqual([])
})

const TEXTS = ['елкин', 'кухня', '12', '555 01', 'ведекрин', 'окна', 'стекло', 'ghbdtn', 'о', '345']

test('I13: all that is found of a collection is as much as is counted there', () => {
  let found = 0
  for (const text of [...TEXTS, 'он же', ' – '])
    for (const concerns of [null, new Set(['u2', 'r2'])]) {
      const counted = last(INDEX, { text, kinds: null, concerns })
      for (const collection of FOUND_IN) {
        const every = INDEX.every(collection, { text, concerns })
        const { count = 0, best = [] } = counted.get(collection) ?? {}
        expect(every.size, `${text} in ${collection}`).toBe(count)
        expect([...every], text).toEqual(expect.arrayContaining(best.map(({ id }) => id)))
        found += count
      }
    }
  expect(found).toBeGreaterThan(20)
})

const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length })

test('I7: documents in either order, and what has changed told one by one, answer as all built anew', () => {
  const change = fc.record({
    at: fc.nat(COMPANY.length - 1),
    note: fc.constantFrom('кухонный', 'окно 12', 'Ведеркин', ''),
    gone: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 12 }),
      shuffled([...new Set(COMPANY.map(({ document }) => document))]),
      fc.boolean(),
      (changes, order, isEmptyFirst) => {
        const now = [...COMPANY]
        const told_ = isEmptyFirst ? new SearchIndex(MEANINGS) : built(COMPANY, () => order)
        const take = ({ document, collection, row }: Placed) => told_.take(document, collection, row.id, row)
        if (isEmptyFirst) for (const one of COMPANY) take(one)
        for (const { at, note, gone } of changes) {
          const one = now[at] as Placed
          now[at] = {
            ...one,
            row: { ...one.row, [one.collection === 'customers' ? 'fullName' : 'text']: note, note, gone },
          }
          take(now[at])
        }
        const anew = built(now)
        for (const text of TEXTS) {
          const search = { text, ...ANYTHING }
          expect(last(told_, search), text).toEqual(last(anew, search))
        }
      },
    ),
  )
})
