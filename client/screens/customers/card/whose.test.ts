import { expect, test } from 'vitest'
import { customers } from '../../../../shared/customers/collections.ts'
import { shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import type { EntryRow } from '../../../records/card/entries.tsx'
import { contactOf } from './whose.ts'

const A = derivedId('common', START, 'test', 'customer')

test('B7: phones of a contact that was removed stand among the customer’s own; restored, the contact has them again', () => {
  const shop = shopWithOrder()
  const contacts = { anna: { name: 'Анна', place: 'a0' }, oleg: { name: 'Олег', place: 'a1' } }
  const phones = {
    own: { number: '1', place: 'a0' },
    hers: { number: '2', contact: 'anna', place: 'a1' },
    his: { number: '3', contact: 'oleg', place: 'a2' },
  }
  shop.do('createRecord', { collection: 'customers', id: A, values: { name: 'Ромашка', contacts, phones } })
  const rows = (list: 'contacts' | 'phones'): EntryRow[] =>
    shop.row(customers, A)[list].map((entry) => ({ id: entry.id, of: A, values: { ...entry } }))
  const whose = () => Object.fromEntries(rows('phones').map((row) => [row.id, contactOf(row, rows('contacts'))]))
  expect(whose()).toEqual({ own: null, hers: 'anna', his: 'oleg' })
  const act = shop.do('removeEntry', { collection: 'customers', id: A, list: 'contacts', entry: 'anna' })
  expect(whose()).toEqual({ own: null, hers: null, his: 'oleg' })
  shop.do('undoAct', { act })
  expect(whose()).toEqual({ own: null, hers: 'anna', his: 'oleg' })
})
