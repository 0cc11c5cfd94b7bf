import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orders } from '../../orders/collections.ts'
import { OTHER, Shop, shopWithOrder } from '../../orders/testing/shop.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { exchange } from '../../records/simulation/world/desk.ts'
import type { Written } from '../../records/writing/transaction.ts'
import { customers } from '../collections.ts'
import { followed } from './followed.ts'
import { joined } from './joined.ts'

const IDS = Array.from({ length: 6 }, (_, i) => derivedId('common', START, 'test', `customer ${i}`))
const [A = '', B = '', C = ''] = IDS
const NAMES: { readonly [id: string]: string } = { [A]: 'Ромашка', [B]: 'Василек', [C]: 'Лютик' }

function shopWithCustomers(): Shop {
  const shop = shopWithOrder()
  for (const id of IDS)
    shop.do('createRecord', { collection: 'customers', id, values: { name: NAMES[id] ?? 'Клевер' } })
  return shop
}

const meaning = (shop: Shop, id: string) => followed(id, (one) => shop.row(customers, one).mergedInto)
const meanings = (shop: Shop) => IDS.map((id) => meaning(shop, id))

test('B3: merged, all that names a customer means the other; taken out, it means itself', () => {
  const shop = shopWithCustomers()
  shop.do('mergeCustomers', { ids: [A], into: B })
  shop.do('mergeCustomers', { ids: [B], into: C })
  expect([A, B, C].map((id) => meaning(shop, id))).toEqual([C, C, C])
  shop.do('splitCustomer', { id: A })
  expect([A, B, C].map((id) => meaning(shop, id))).toEqual([A, C, C])
})

test('B3: one that is that customer already is refused in words, whichever way round, and nothing is written', () => {
  const shop = shopWithCustomers()
  shop.do('mergeCustomers', { ids: [A], into: B })
  const before = meanings(shop)
  expect(shop.refusal('mergeCustomers', { ids: [A], into: B })).toBe('customer-same')
  expect(shop.refusal('mergeCustomers', { ids: [B], into: A })).toBe('customer-same')
  expect(shop.refusal('mergeCustomers', { ids: [C, B], into: A })).toBe('customer-same')
  expect(meanings(shop)).toEqual(before)
})

const at = fc.nat(IDS.length - 1)
const merge = fc.record({ from: at, into: at })
const merges = fc.array(merge, { maxLength: 12 })

test('B3: whatever was merged is one, in any order; undone from the last, each means what it meant', () => {
  fc.assert(
    fc.property(merges, (merges) => {
      const shop = shopWithCustomers()
      const steps = merges.flatMap(({ from, into }) => {
        const before = meanings(shop)
        return doneBy(shop, from, into).map((act) => ({ ...act, before }))
      })
      for (const { from, into } of steps) expect(meaning(shop, from)).toBe(meaning(shop, into))
      for (const { act, before } of steps.toReversed()) {
        shop.do('undoAct', { act })
        expect(meanings(shop)).toEqual(before)
      }
    }),
    { numRuns: 60 },
  )
})

test('B2, B3: merges by two who are apart are read the same by both; all undone, each means itself', () => {
  fc.assert(
    fc.property(merges, merges, (here, there) => {
      const [one, other] = [shopWithCustomers(), new Shop('B')]
      exchange(one, other)
      const before = meanings(one)
      const acts = [
        ...here.flatMap(({ from, into }) => doneBy(one, from, into)),
        ...there.flatMap(({ from, into }) => doneBy(other, from, into)),
      ]
      exchange(one, other)
      expect(meanings(other)).toEqual(meanings(one))
      for (const { shop, act } of acts.toReversed()) shop.do('undoAct', { act })
      exchange(one, other)
      expect([meanings(one), meanings(other)]).toEqual([before, before])
    }),
    { numRuns: 60 },
  )
})

function doneBy(shop: Shop, from: number, into: number) {
  const [one = '', end = ''] = [IDS[from], IDS[into]]
  if (meaning(shop, one) === meaning(shop, end)) return []
  const act: readonly Written[] = shop.do('mergeCustomers', { ids: [one], into: end })
  return [{ shop, act, from: one, into: end }]
}

test('B1: an order that names a customer later than it was merged is read as the other’s, and again as its own', () => {
  const [shop, late] = [shopWithCustomers(), new Shop('B')]
  exchange(shop, late)
  const act = shop.do('mergeCustomers', { ids: [A], into: B })
  const start = { kind: 'kitchens', state: 'new' }
  late.do('createOrder', { id: OTHER, fields: { sort: 'customer', customer: A }, lines: [], start })
  exchange(shop, late)
  const named = () => shop.row(orders, OTHER).customer ?? ''
  expect([named(), meaning(shop, named())]).toEqual([A, B])
  shop.do('undoAct', { act })
  expect([named(), meaning(shop, named())]).toEqual([A, A])
})

test('B4: what the customer has not filled is of those merged into it, lists are theirs behind its own', () => {
  const shop = shopWithCustomers()
  const phones = (number: string) => ({ [`p${number.slice(-3)}`]: { number, place: 'a0' } })
  shop.do('createRecord', {
    collection: 'customers',
    id: OTHER,
    values: {
      name: 'Ромашка ООО',
      inn: '7707083893',
      tags: ['опт'],
      phones: phones('+79161234567'),
      custom_b: 'бетон',
      mergedInto: A,
    },
  })
  shop.do('setRecord', {
    collection: 'customers',
    id: A,
    values: { inn: null, email: 'a@romashka.ru', custom_a: 1250 },
  })
  shop.do('addEntry', { collection: 'customers', id: A, list: 'phones', values: { number: '+79161234500' } })
  const both = joined(shop.row(customers, A), [shop.row(customers, OTHER)])
  expect(both).toMatchObject({ id: A, name: 'Ромашка', inn: '7707083893', email: 'a@romashka.ru', tags: ['опт'] })
  expect(both, 'fields that the company added are as the others').toMatchObject({ custom_a: 1250, custom_b: 'бетон' })
  expect(both.mergedInto, 'it is none of those that were merged').toBeNull()
  expect(both.phones.map(({ number }) => number)).toEqual(['+79161234500', '+79161234567'])
})
