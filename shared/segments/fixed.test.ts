import { expect, test } from 'vitest'
import { changeRecords } from '../lists/change-records.ts'
import { shopWithOrder } from '../orders/testing/shop.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { segments } from './collections.ts'

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
