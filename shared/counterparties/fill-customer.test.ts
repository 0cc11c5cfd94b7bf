import { expect, test } from 'vitest'
import { customers } from '../customers/collections.ts'
import { Shop } from '../orders/testing/shop.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import type { Offer } from './offers.ts'

const CUSTOMER = derivedId('common', START, 'test', 'customer')

const OFFERS: readonly Offer[] = [
  { field: 'name', now: null, found: 'ООО «Мебельщик»' },
  { field: 'head', now: null, found: 'Краснов Петр', post: 'Директор' },
]

function filled(values: { readonly inn: string; readonly type?: string }) {
  const shop = new Shop('A')
  shop.do('createRecord', { collection: 'customers', id: CUSTOMER, values })
  shop.do('fillCustomer', { id: CUSTOMER, offers: OFFERS })
  return shop.row(customers, CUSTOMER)
}

test('RK8: who is filled in by INN is a company or a person by its digits, and stays what somebody said', () => {
  const { name, type, contacts } = filled({ inn: '7707083893' })
  expect([name, type, contacts[0]?.name, contacts[0]?.post]).toEqual([
    ...['ООО «Мебельщик»', 'company', 'Краснов Петр', 'Директор'],
  ])
  expect(filled({ inn: '500100732259' }).type).toBe('person')
  expect(filled({ inn: '7707083893', type: 'person' }).type).toBe('person')
})
