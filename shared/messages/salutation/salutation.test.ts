import { expect, test } from 'vitest'
import { ORDER } from '../../orders/testing/shop.ts'
import { Assol } from '../testing/assol.ts'
import { isSalutationOpen, salutationOf } from './salutation.ts'

function said(contact: object): readonly [string, boolean] {
  const shop = new Assol()
  shop.customer({
    'contacts/krylov/name': 'Саша Белых',
    ...Object.fromEntries(Object.entries(contact).map(([name, value]) => [`contacts/krylov/${name}`, value])),
  })
  shop.do('setOrder', { id: ORDER, fields: { contact: 'krylov' } })
  return shop.tell((around) => [salutationOf(around), isSalutationOpen(around)])
}

test('TX4: somebody is addressed by the name, unless the card says how letters begin', () => {
  expect(said({ name: 'Анна Абрамович' })).toEqual(['Уважаемая', false])
  expect(said({})).toEqual(['Уважаемый(ая)', true])
  expect(said({ salutation: 'Дорогая Саша' })).toEqual(['Дорогая', false])
  expect(said({ salutation: 'Александра Ивановна' })).toEqual(['Уважаемая', false])
})

test('TX4: a person who buys is addressed by the name, a company is greeted', () => {
  const shop = new Assol()
  shop.do('setOrder', { id: ORDER, fields: { contact: null } })
  shop.customer({ name: 'Анна', type: 'company' })
  expect(shop.tell((around) => [salutationOf(around), isSalutationOpen(around)])).toEqual(['Здравствуйте,', false])
  shop.customer({ type: 'person' })
  expect(shop.tell(salutationOf)).toBe('Уважаемая')
})

test('TX4: in English everybody is dear', () => {
  const shop = new Assol()
  shop.do('setRecord', { collection: 'company', id: 'company', values: { language: 'en' } })
  shop.do('setOrder', { id: ORDER, fields: { contact: null, customer: null } })
  expect(shop.tell((around) => [salutationOf(around), isSalutationOpen(around)])).toEqual(['Dear', false])
})
