import { expect, test } from 'vitest'
import { changeRecords } from '../lists/change-records.ts'
import { shopWithOrder } from '../orders/testing/shop.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { segments } from './collections.ts'

const NOBODY = derivedId('common', START, 'test', 'nobody')
const CUSTOMER = derivedId('common', START, 'test', 'customer')

function shopWithSegment(sort: 'liveSegment' | 'fixedSegment') {
  const shop = shopWithOrder()
  shop.do('createRecord', { collection: 'customers', id: CUSTOMER, values: { name: 'Лютик' } })
  shop.do('createRecord', { collection: 'segments', id: 's', values: { name: 'S', sort } })
  const change = (what: 'putIn' | 'takeOut', segment = 's', fresh?: string) =>
    shop.run((tx) => changeRecords(tx, { collection: 'customers', ids: [CUSTOMER], change: { what, segment, fresh } }))
  const members = (segment = 's') => shop.row(segments, segment).members.map(({ customer }) => customer)
  return { shop, change, members }
}

test('SG13: a customer is put into a list by hand once, taken out, and put there again', () => {
  const { change, members } = shopWithSegment('fixedSegment')
  change('putIn')
  change('putIn')
  expect(members()).toEqual([CUSTOMER])
  change('takeOut')
  change('takeOut')
  expect(members()).toEqual([])
  change('putIn')
  expect(members()).toEqual([CUSTOMER])
})

test('SG13: a list is made with those who are put into it, in one act that is undone as one', () => {
  const { shop, change, members } = shopWithSegment('liveSegment')
  const act = change('putIn', 'fresh', 'Лучшие')
  expect(shop.row(segments, 'fresh')).toMatchObject({ name: 'Лучшие', sort: 'fixedSegment' })
  expect(members('fresh')).toEqual([CUSTOMER])
  shop.do('undoAct', { act })
  expect(shop.row(segments, 'fresh').gone).toBe(true)
})

test('SG13: nobody is put into a segment by criteria', () => {
  const { change, members } = shopWithSegment('liveSegment')
  change('putIn')
  expect(members()).toEqual([])
})

test('SG13: fifteen hundred are put into a list part by part, and taken out at once, in bounded time', () => {
  const { shop } = shopWithSegment('fixedSegment')
  const ids = Array.from({ length: 1500 }, (_, n) => derivedId('common', START, 'test', `c${n}`))
  for (const id of ids) shop.do('createRecord', { collection: 'customers', id, values: { name: id } })
  const change = (what: 'putIn' | 'takeOut', some: readonly string[]) =>
    shop.ask((tx) => changeRecords(tx, { collection: 'customers', ids: some, change: { what, segment: 's' } }))
  for (let from = 0; from < ids.length; from += 500) {
    const part = ids.slice(from, from + 500)
    expect(change('putIn', part)).toEqual({ changed: part, same: [], left: [] })
  }
  expect(shop.row(segments, 's').members).toHaveLength(1500)
  const again = change('putIn', [ids[0] ?? '', NOBODY])
  expect(again).toEqual({ changed: [], same: [ids[0]], left: [{ id: NOBODY, code: 'record-missing' }] })
  expect(change('takeOut', ids).changed).toEqual(ids)
  expect(shop.row(segments, 's').members).toEqual([])
}, 20_000)
