import { expect, test } from 'vitest'
import { customers } from '../../../../shared/customers/collections.ts'
import { shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { FORM, fieldsOf } from './fields.ts'

const A = derivedId('common', START, 'test', 'customer')

test('a person has neither KPP nor OGRN in the form, unless one was filled in; a company and a fresh customer have all', () => {
  const shop = shopWithOrder()
  shop.do('createRecord', { collection: 'customers', id: A, values: { name: 'Иванов', type: 'person' } })
  const shown = () => fieldsOf(shop.row(customers, A))
  expect(FORM.filter((name) => !shown().includes(name))).toEqual(['fullName', 'kpp', 'ogrn'])
  shop.do('setRecord', { collection: 'customers', id: A, values: { ogrn: '304500116000157' } })
  expect(FORM.filter((name) => !shown().includes(name))).toEqual(['fullName', 'kpp'])
  shop.do('setRecord', { collection: 'customers', id: A, values: { type: 'company' } })
  expect(shown()).toEqual(FORM)
  expect(fieldsOf(null)).toEqual(FORM)
})
