import { type Customer, customers } from '../../../shared/customers/collections.ts'
import { type Order, orders } from '../../../shared/orders/collections.ts'
import { OTHER, type Shop, shopWithOrder } from '../../../shared/orders/testing/shop.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import { seeded } from '../funnel/histories.ts'

export const CUSTOMERS = 100_000
export const ORDERS = 100_000
export const QUARTERS = 20
const FIRST_YEAR = 2021
/** One in so many was entered once more, with another spelling of its phone. */
const TWICE = 50

const IDS = Array.from({ length: CUSTOMERS }, (_, index) =>
  derivedId('common', Date.UTC(FIRST_YEAR, 0) + index, 'bench', `customer ${index}`),
)
const customerId = (index: number) => IDS[index] ?? ''

/** Customers as reading gives them: a company with INN, two phones, an e-mail and an address each. */
export function* benchCustomers(): Iterable<Customer> {
  const one = someCustomer()
  for (let i = 0; i < CUSTOMERS; i++) {
    const as = i % TWICE === 0 ? i + 1 : i
    const digits = String(as).padStart(7, '0')
    const second = { ...one.phones[0], number: `+7 495 ${digits}` }
    yield {
      ...one,
      id: customerId(i),
      name: `ООО «Покупатель ${i}»`,
      inn: `780${String(i).padStart(7, '0')}`,
      phone: i === as ? `+7 (916) ${digits.slice(0, 3)}-${digits.slice(3)}` : `8916${digits}`,
      phones: [second] as Customer['phones'],
      email: `client${i}@example.com`,
      address: `Санкт-Петербург, Невский пр., д. ${i}`,
    }
  }
}

/** Orders of a quarter as reading gives them, each shipped, nine in ten of them paid. */
export function* benchOrders(quarter: number): Iterable<Order> {
  const one = someOrder()
  const random = seeded(quarter + 1)
  const start = Date.UTC(FIRST_YEAR, quarter * 3)
  for (let i = 0; i < ORDERS / QUARTERS; i++) {
    const id = derivedId('common', start + i, 'bench', `order ${quarter} ${i}`)
    const customer = customerId(Math.floor(random() * CUSTOMERS))
    const payments = random() < 0.9 ? one.payments : []
    yield { ...one, id, date: start + i, madeAt: start + i, customer, payments }
  }
}

function someCustomer(): Customer {
  const shop = shopWithOrder()
  const phones = { p1: { number: '1', place: 'a0' } }
  shop.do('createRecord', { collection: 'customers', id: OTHER, values: { name: 'A', type: 'company', phones } })
  return shop.row(customers, OTHER)
}

/** A posted order of two lines that was shipped and paid. */
function someOrder(): Order {
  const shop: Shop = shopWithOrder()
  const start = { kind: 'kitchens', state: 'new' }
  const lines = [
    { text: 'table', quantity: 1000, price: 2_500_000 },
    { text: 'delivery', quantity: 1000, price: 30_000 },
  ]
  shop.do('createOrder', { id: OTHER, fields: { sort: 'customer' }, lines, start })
  shop.do('postOrder', { id: OTHER, posted: true })
  shop.do('ship', { id: OTHER, date: '2026-10-05' })
  shop.do('takePayment', { id: OTHER, way: 'bank', date: '2026-10-05' })
  return shop.row(orders, OTHER)
}
