import { expect, test } from 'vitest'
import { customers } from '../customers/collections.ts'
import { COMPLETED } from '../orders/moves/completed.ts'
import { ORDER, shopWithOrder } from '../orders/testing/shop.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { TAGGED } from './tagged.ts'

const [A, B] = ['a', 'b'].map((key) => derivedId('common', START, 'test', key)) as [string, string]
const RECORDS = [A, B].map((id) => ({ collection: 'customers', id }) as const)

function shopWithTags() {
  const shop = shopWithOrder()
  const make = (id: string, tags: string[]) =>
    shop.do('createRecord', { collection: 'customers', id, values: { name: id, tags } })
  make(A, ['опт', 'дизайнер'])
  make(B, ['Опт', 'опт', 'крупный опт'])
  const tagsOf = (id: string) => shop.row(customers, id).tags
  return { shop, tagsOf }
}

test('V1: customers, orders and their templates, events, jobs and the calendar have tags', () => {
  const tagged = ['calendarRecords', 'customers', 'events', 'jobs', 'orderTemplates', 'orders']
  expect(TAGGED.toSorted()).toEqual(tagged)
})

test('V2: renamed in its place, joined where the other stands, taken away; undone as it was', () => {
  const { shop, tagsOf } = shopWithTags()
  const act = shop.do('retag', { records: RECORDS, from: 'опт', to: ' Опт ' })
  expect([tagsOf(A), tagsOf(B)]).toEqual([
    ['Опт', 'дизайнер'],
    ['Опт', 'крупный опт'],
  ])
  shop.do('undoAct', { act })
  expect(tagsOf(A)).toEqual(['опт', 'дизайнер'])
  expect(tagsOf(B)).toEqual(['Опт', 'опт', 'крупный опт'])
  expect(shop.answer('retag', { records: RECORDS, from: 'опт', to: null })).toEqual({ changed: 2, left: [] })
  expect([tagsOf(A), tagsOf(B)]).toEqual([['дизайнер'], ['Опт', 'крупный опт']])
  expect(shop.answer('retag', { records: RECORDS, from: 'опт', to: 'x' })).toEqual({ changed: 0, left: [] })
})

test('V3: a name that is none, or has a comma, is refused', () => {
  const { shop, tagsOf } = shopWithTags()
  for (const to of ['', '  ', 'a, b'])
    expect(shop.refusal('retag', { records: RECORDS, from: 'опт', to })).toBe('tag-wrong')
  expect(tagsOf(A)).toEqual(['опт', 'дизайнер'])
})

test('V4: a completed order and a removed record keep it; the order is told', () => {
  const { shop, tagsOf } = shopWithTags()
  shop.do('setOrder', { id: ORDER, fields: { tags: ['опт'], customer: A } })
  shop.do('moveOrder', { id: ORDER, state: COMPLETED, completion: 'success' })
  shop.do('removeRecord', { collection: 'customers', id: B })
  const records = [...RECORDS, { collection: 'orders', id: ORDER } as const]
  const answer = shop.answer('retag', { records, from: 'опт', to: 'Опт' })
  expect(answer).toEqual({ changed: 1, left: [{ id: ORDER, code: 'order-completed' }] })
  expect(shop.order().tags).toEqual(['опт'])
  expect(tagsOf(B)).toContain('опт')
})
