import { expect, test } from 'vitest'
import { customers } from './customers/collections.ts'
import { ORDER, OTHER, shopWithOrder } from './orders/testing/shop.ts'

test('entries are added behind the others, and removed', () => {
  const shop = shopWithOrder()
  const at = { collection: 'customers', id: OTHER } as const
  shop.do('createRecord', { ...at, values: { name: 'Ассоль' } })
  for (const number of ['1', '2', '3']) shop.do('addEntry', { ...at, list: 'phones', values: { number } })
  const phones = () => shop.row(customers, OTHER).phones
  expect(phones().map(({ number }) => number)).toEqual(['1', '2', '3'])
  shop.do('removeEntry', { ...at, list: 'phones', entry: phones()[1]?.id ?? '' })
  expect(phones().map(({ number }) => number)).toEqual(['1', '3'])
})

test('facts have commands of their own: they are not added as entries are', () => {
  const shop = shopWithOrder()
  const at = { collection: 'orders', id: ORDER } as const
  expect(shop.refusal('addEntry', { ...at, list: 'payments', values: { sum: 100 } })).toBe('field-unknown')
  expect(shop.refusal('addEntry', { ...at, list: 'no-such', values: {} })).toBe('field-unknown')
})
