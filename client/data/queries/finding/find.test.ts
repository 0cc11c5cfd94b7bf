import { expect, test } from 'vitest'
import type { FoundIn, Item } from '../query.ts'
import { type Findable, find } from './find.ts'

type Records = { readonly [C in FoundIn]?: readonly Item[] }

function findable(records: Records): Findable {
  const maps = new Map(Object.entries(records).map(([name, items]) => [name, new Map(items.map((it) => [it.id, it]))]))
  return {
    rows: (collection) => maps.get(collection) ?? new Map(),
    item: (collection, id) => maps.get(collection)?.get(id) ?? null,
    isMerged: (_, id) => id === 'c3',
  }
}

const order = (id: string, number: string, customerName: string, date = 0): Item => ({
  id,
  number,
  draft: `Ч-7KQ2-${id}`,
  customerName,
  date,
  gone: false,
})

const COMPANY = findable({
  orders: [
    order('1', 'ЗН-0012', 'Ёлкин Пётр', 1),
    order('2', 'ЗН-0112', 'Ёлкин Пётр', 3),
    order('3', 'ЗН-0120', 'Ведеркин', 2),
    { ...order('4', 'ЗН-0012-2', 'Ёлкин Пётр', 9), gone: true },
  ],
  customers: [
    { id: 'c1', name: 'Ёлкин Пётр', phones: ['+7 (921) 555-01-42', '9165550143'], inn: '7701234567', gone: false },
    { id: 'c2', name: 'Ведеркин', phones: [], gone: false },
    { id: 'c3', name: 'Ведеркин, он же', phones: [], gone: false },
  ],
  products: [{ id: 'p1', name: 'Стекло закаленное', article: 'ST-12', gone: false }],
  people: [{ id: 'u1', name: 'Ведеркин Олег', gone: false }],
})

const ids = (text: string, recent: readonly string[] = []) =>
  find(COMPANY, { what: 'find', text, recent: recent.map((id) => ({ collection: 'orders', id })) }).hits.map(
    ({ item }) => item.id,
  )

test('a number without its zeros finds the order that people call so first; removed orders are not found', () => {
  expect(ids('12')).toEqual(['1', '2', '3', 'p1'])
  expect(ids('зн-0112')).toEqual(['2'])
  expect(ids('pyi-0112'), 'not the other layout').toEqual([])
  expect(ids('py-0112'), 'the other layout').toEqual(['2'])
})

test('the number that an order has had as a draft finds it', () => {
  expect(ids('7kq2-3')).toEqual(['3'])
})

test('the customer stands above their orders, the newest of these first', () => {
  expect(ids('елкин')).toEqual(['c1', '2', '1'])
  expect(ids('`krby')).toEqual(['c1', '2', '1'])
})

test('number and customer together narrow', () => {
  expect(ids('елкин 0112')).toEqual(['2'])
})

test('B6: phone however it is spelled, INN, article', () => {
  for (const typed of ['921 555', '8 921 555-01-42', '+79215550142', '555 01 42', '8 (916) 555'])
    expect(ids(typed), typed).toEqual(['c1'])
  expect(ids('7701')).toEqual(['c1'])
  expect(ids('st-12')).toEqual(['p1'])
})

test('a slip is forgiven where nothing fits', () => {
  expect(ids('ведекрин')).toEqual(['c2', 'u1'])
})

test('what was open lately comes first among what fits alike; with nothing typed it is all', () => {
  expect(ids('елкин', ['1'])).toEqual(['c1', '1', '2'])
  expect(ids('  ', ['3', '4', 'lost', '1'])).toEqual(['3', '1'])
})

test('the best few are shown and all are counted', () => {
  const many = Array.from({ length: 40 }, (_, i) => order(`o${i}`, `ЗН-${1000 + i}`, 'Кто-то', i))
  const { hits, counts } = find(findable({ orders: many }), { what: 'find', text: 'кто', recent: [] })
  expect(counts.orders).toBe(40)
  expect(hits.map(({ item }) => item.id)).toEqual(['o39', 'o38', 'o37', 'o36', 'o35', 'o34'])
})
