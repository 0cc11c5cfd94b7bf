import { expect, test } from 'vitest'
import { customers } from '../customers/collections.ts'
import { events } from '../events/collections.ts'
import { ORDER, OTHER, shopWithOrder } from '../orders/testing/shop.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { formatBasis } from './basis.ts'
import { takenOf } from './taken.ts'

const idOf = (name: string) => derivedId('common', START, 'test', name)
const [CUSTOMER, CALL] = [idOf('customer'), idOf('call')]
const BEGIN = { kind: 'kitchens', state: 'new' }

/** A shop with a customer who has a contact, and a call from it. */
function shopWithCall() {
  const shop = shopWithOrder()
  shop.run((tx) => {
    tx.create(customers, CUSTOMER, { name: 'Assol', contacts: { anna: { name: 'Анна Серова' } } })
    tx.create(events, CALL, {
      ...{ kind: 'call', subject: 'Kitchen', text: 'White, 3 m', responsible: 'grey' },
      ...{ customer: CUSTOMER, contact: 'anna', basis: formatBasis({ collection: 'orders', id: ORDER }) },
    })
  })
  return shop
}

test('an order from a call is for its customer, names the contact in words, and says what was said', () => {
  const shop = shopWithCall()
  const basis = { collection: 'events', id: CALL } as const
  shop.do('orderOnBasis', { id: OTHER, basis, sort: 'customer', start: BEGIN })
  expect(shop.order(OTHER)).toMatchObject({
    ...{ customer: CUSTOMER, contact: 'Анна Серова', responsible: 'grey' },
    ...{ note: 'Kitchen\nWhite, 3 m', basis: `events/${CALL}` },
  })
})

test('of a call with a contact who is there no more, the order has the rest', () => {
  const shop = shopWithCall()
  shop.do('removeEntry', { collection: 'customers', id: CUSTOMER, list: 'contacts', entry: 'anna' })
  const basis = { collection: 'events', id: CALL } as const
  shop.do('orderOnBasis', { id: OTHER, basis, sort: 'customer', start: BEGIN })
  expect(shop.order(OTHER)).toMatchObject({ customer: CUSTOMER, contact: null })
})

test('what is made from an event belongs to the order that the event was made from', () => {
  const shop = shopWithCall()
  expect(takenOf('events', shop.row(events, CALL))).toEqual({
    ...{ customer: CUSTOMER, contact: 'anna', responsible: 'grey' },
    ...{ order: ORDER, text: 'Kitchen\nWhite, 3 m' },
  })
  expect(takenOf('orders', shop.order())).toMatchObject({ order: ORDER, text: null })
  expect(takenOf('customers', shop.row(customers, CUSTOMER))).toMatchObject({ customer: CUSTOMER, order: null })
})
