import { COMPANY } from '../../company/collections.ts'
import { customers } from '../../customers/collections.ts'
import { orders } from '../../orders/collections.ts'
import { OTHER as CUSTOMER, ORDER, Shop } from '../../orders/testing/shop.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import type { Around } from '../parameters/around.ts'

/** 21 September 2016, noon in Saint Petersburg. */
const NOON = Date.UTC(2016, 8, 21, 9)

/** A shop with an order as it is told of in letters: who buys, who is spoken with, what is sold. */
export class Assol extends Shop {
  constructor(name = 'A') {
    super(name)
    this.make('company', COMPANY, { name: 'Кухни Ассоль', zone: 'Europe/Moscow', currency: 'RUB' })
    this.make('organisations', 'assol', {
      name: 'Кухни Ассоль',
      phone: '+7 812 555-01-00',
      email: 'office@assol.example',
    })
    this.make('people', 'abdulov', { name: 'Абдулов', email: 'abdulov@assol.example' })
    this.make('states', 'measure', { name: 'Выезд замерщика' })
    this.make('reasons', 'price', { name: 'Не устроила цена' })
    this.make('reasons', 'other', { name: 'Другое', other: true })
    this.make('kinds', 'kitchens', { name: 'Кухни под заказ', sort: 'customer', states: { measure: { place: 'a0' } } })
    this.make('products', 'loft', { name: 'Кухня «Лофт»' })
    this.make('customers', CUSTOMER, {
      name: 'Альфамарт',
      type: 'company',
      email: 'sales@alphamart.example',
      phone: '+7 812 555-02-00',
      address: 'Лиговский пр., 74',
      contacts: { krylov: { name: 'Крылов Петр Ильич', post: 'Директор', place: 'a0' } },
      emails: { e1: { contact: 'krylov', email: 'krylov@alphamart.example', place: 'a0' } },
      phones: { p1: { contact: 'krylov', number: '8 (916) 123-45-67', place: 'a0' } },
      addresses: { d1: { kind: 'delivery', address: 'Выборг, Северный Вал, 11', place: 'a0' } },
    })
    this.do('createOrder', {
      id: ORDER,
      fields: {
        sort: 'customer',
        draft: 'Ч-7KQ2-3',
        date: NOON,
        shipment: '2016-10-01',
        organisation: 'assol',
        customer: CUSTOMER,
        contact: 'Крылов Петр Ильич',
        responsible: 'abdulov',
      },
      lines: [
        { product: 'loft', text: 'орех', quantity: 1_000, unit: 'шт', price: 40_000_00 },
        { text: 'Сборка', quantity: 2_500, price: 2_000_00 },
      ],
      start: { kind: 'kitchens', state: 'measure' },
    })
  }

  make(collection: Parameters<typeof this.do<'createRecord'>>[1]['collection'], id: string, values: JsonObject): void {
    this.do('createRecord', { collection, id, values })
  }

  /** What a reader says of the order and what stands around it. */
  tell<T>(reader: (around: Around) => T): T {
    return this.ask((tx) => reader({ order: tx.get(orders, ORDER), find: (collection, id) => tx.find(collection, id) }))
  }

  /** Writes fields of its customer. */
  customer(values: JsonObject): void {
    this.do('setRecord', { collection: customers.name, id: CUSTOMER, values })
  }
}
