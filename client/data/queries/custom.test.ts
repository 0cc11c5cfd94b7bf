import { afterEach, expect, test } from 'vitest'
import { declare } from '../../../shared/custom/testing/declare.ts'
import { customers } from '../../../shared/customers/collections.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { ORDER, shopWithOrder } from '../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import { START } from '../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from './directory.ts'
import { foundIn } from './finding/testing/found-in.ts'
import { matcher } from './matching.ts'

const ID = derivedId('common', START, 'test', 'Ромашка')

/** An order of a customer of whom this stands in the fields that the company added. */
function read(values: { readonly [name: `custom_${string}`]: string | number }) {
  const shop = shopWithOrder()
  shop.do('createRecord', { collection: 'customers', id: ID, values: { name: 'Ромашка', ...values } })
  shop.do('setOrder', { id: ORDER, fields: { customer: ID } })
  const directory = new Directory()
  const hold = (collection: Collection, id: string) => directory.hold(collection, [shop.row(collection, id)])
  hold(customers, ID)
  hold(orders, ORDER)
  return directory
}

afterEach(() => declare())

test('U4, U6: orders are filtered by what their customers have, read by its type as elsewhere', () => {
  declare({ id: 'custom_a', name: 'Площадь', type: 'number' })
  const directory = read({ custom_a: '12,5' })
  const fits = (least: number) => {
    const filter = [{ field: 'customer.custom_a', is: 'atLeast', values: [least] }] as const
    return matcher(directory, { collection: 'orders', filter, search: '' })(
      directory.item('orders', ORDER) ?? { id: '' },
    )
  }
  expect([fits(1250), fits(1251)]).toEqual([true, false])
})

test('U6: customers are found by lines of text, addresses and phones that the company added', () => {
  const added = [
    { id: 'custom_l', name: 'Номер договора', type: 'line' },
    { id: 'custom_p', name: 'Телефон прораба', type: 'phone' },
    { id: 'custom_n', name: 'Как проехать', type: 'longText' },
  ] as const
  declare(...added)
  const values = { custom_l: 'Д-77/2026', custom_p: '8 (916) 123-45-67', custom_n: 'за мостом' }
  const directory = read(values)
  const found = (text: string) => foundIn(directory, text).counts.customers
  expect(['д-77', '+7 916 1234567', 'за мостом'].map(found)).toEqual([1, 1, 1])
  const listed = (search: string) =>
    matcher(directory, { collection: 'customers', filter: [], search })(directory.item('customers', ID) ?? { id: '' })
  expect(['д-77', '916 123', 'мостом'].map(listed), 'lists look at all of it').toEqual([true, true, true])
})
