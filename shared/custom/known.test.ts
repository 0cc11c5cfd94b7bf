import { afterEach, expect, test } from 'vitest'
import { customers } from '../customers/collections.ts'
import { canGroup, filterFields, listField, summedFields } from '../lists/fields.ts'
import { orders } from '../orders/collections.ts'
import { makeOrder, ORDER, OTHER, Shop, shopWithOrder } from '../orders/testing/shop.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { exchange } from '../records/simulation/world/desk.ts'
import { customFields } from './collections.ts'
import { declaredOf } from './declared.ts'
import { addedAt, customFieldsOf, fieldsOf, shownAt, takeCustomFieldsFrom, toldFieldsOf } from './known.ts'
import { readAs } from './reading.ts'

const ASSOL = derivedId('common', START, 'test', 'Assol')

/** What is declared on a desk is known in this thread, as on a page. */
function knownOn(shop: Shop): void {
  const { device } = shop
  const rows = () => [...device.open(customFields, 'custom_a').records(customFields).ids()]
  takeCustomFieldsFrom(() => declaredOf(rows().map((id) => shop.row(customFields, id))))
}

function declare(shop: Shop, id: string, values: { readonly [field: string]: string | boolean | object }): void {
  shop.do('createRecord', { collection: 'customFields', id, values: { of: 'customers', ...values } as never })
}

afterEach(() => takeCustomFieldsFrom(() => []))

test('U1, U2: declared and filled in apart, renamed, of another type, removed: values stay, and come back', () => {
  const [one, two] = [new Shop('A'), new Shop('B')]
  one.do('createRecord', { collection: 'customers', id: ASSOL, values: { name: 'Assol' } })
  exchange(one, two)
  declare(one, 'custom_a', { name: 'Площадь', type: 'number' })
  one.do('setRecord', { collection: 'customers', id: ASSOL, values: { custom_a: 1250 } })
  two.do('setRecord', { collection: 'customers', id: ASSOL, values: { custom_b: 'да' } })
  declare(two, 'custom_b', { name: 'Замер', type: 'line' })
  exchange(one, two)
  const read = (name: 'custom_a' | 'custom_b') => {
    const field = shownAt('customers', name)
    return field && readAs(field, two.row(customers, ASSOL)[name])
  }
  knownOn(two)
  expect([read('custom_a'), read('custom_b')]).toEqual([1250, 'да'])
  const [act] = [two.do('setRecord', { collection: 'customFields', id: 'custom_a', values: { type: 'day' } })]
  one.do('setRecord', { collection: 'customFields', id: 'custom_a', values: { name: 'Метры' } })
  exchange(one, two)
  expect([read('custom_a'), addedAt('customers', 'custom_a')?.field.added?.title]).toEqual([null, 'Метры'])
  two.do('undoAct', { act })
  expect(read('custom_a')).toBe(1250)
  two.do('removeRecord', { collection: 'customFields', id: 'custom_b' })
  expect([customFieldsOf('customers').length, read('custom_b')]).toEqual([1, 'да'])
  expect([listField('customers', 'custom_b'), Object.keys(toldFieldsOf('customers')).includes('custom_b')]).toEqual([
    undefined,
    true,
  ])
  two.do('restoreRecord', { collection: 'customFields', id: 'custom_b' })
  expect(Object.keys(fieldsOf('customers')).slice(-2)).toEqual(['custom_a', 'custom_b'])
})

test('U6: lists show, filter, sum and group by them as by the others; of orders also behind the customer', () => {
  const shop = new Shop('A')
  declare(shop, 'custom_a', { name: 'Площадь', type: 'number' })
  declare(shop, 'custom_c', { name: 'Важность', type: 'choice', options: { low: { name: 'Низкая' } } })
  declare(shop, 'custom_o', { name: 'Этаж', type: 'sum', of: 'orders' })
  knownOn(shop)
  expect(summedFields('customers')).toEqual([{ field: 'custom_a', by: 'custom_a' }])
  expect([canGroup('customers', 'custom_c'), canGroup('customers', 'custom_a')]).toEqual([true, false])
  expect(filterFields('orders').filter((name) => name.includes('custom_'))).toEqual([
    'custom_o',
    'customer.custom_a',
    'customer.custom_c',
  ])
  expect(listField('orders', 'customer.custom_c')?.choices).toEqual(['low'])
  expect(fieldsOf('products')).not.toHaveProperty('custom_a')
})

test('U6: a copy and a template take them over, many are changed as one, a state asks for them', () => {
  const shop = shopWithOrder()
  makeOrder(shop, OTHER)
  shop.do('setOrder', { id: ORDER, fields: { custom_o: 500, custom_n: 'третий' } })
  const start = { kind: 'kitchens', state: 'new' }
  const [copy, made] = ['copy', 'made'].map((name) => derivedId('common', START, 'test', name)) as [string, string]
  shop.do('copyOrder', { id: copy, from: ORDER, start })
  shop.do('saveTemplate', { id: 'template', order: ORDER, name: 'T' })
  shop.do('orderFromTemplate', { id: made, template: 'template', start })
  const held = [copy, made].map((id) => shop.row(orders, id)).map(({ custom_o, custom_n }) => [custom_o, custom_n])
  expect(held).toEqual(Array(2).fill([500, 'третий']))

  const change = { what: 'field', field: 'custom_o', value: 700 } as const
  const act = shop.do('changeRecords', { collection: 'orders', ids: [ORDER, OTHER], change })
  expect([ORDER, OTHER].map((id) => shop.order(id).custom_o)).toEqual([700, 700])
  shop.do('undoAct', { act })
  expect([ORDER, OTHER].map((id) => shop.order(id).custom_o)).toEqual([500, undefined])

  shop.do('createRecord', { collection: 'states', id: 'measured', values: { name: 'M', requires: ['custom_o'] } })
  expect(shop.refusal('moveOrder', { id: OTHER, state: 'measured' })).toBe('state-requires')
  expect(shop.refusal('moveOrder', { id: ORDER, state: 'measured' })).toBe(null)
})

test('U7: what is longer than records hold is refused, and the declared ones are read however many there are', () => {
  const shop = shopWithOrder()
  const tooLong = { custom_n: 'a'.repeat(10_001) }
  expect(shop.refusal('setOrder', { id: ORDER, fields: tooLong })).toBe('field-value')
  for (let i = 0; i < 101; i++) declare(shop, `custom_a${i}`, { name: `F${i}`, type: 'line' })
  knownOn(shop)
  expect(customFieldsOf('customers')).toHaveLength(101)
})
