import { expect, test } from 'vitest'
import { inlinesOf } from '../messages/body/body.ts'
import { plainOf } from '../messages/body/plain.ts'
import { siteLetter } from './letter.ts'

test('WB12: the letter says what was ordered, for how much, and where its page is', () => {
  const order = {
    ...{ id: 'v', at: 1, name: 'Анна', phone: '', email: 'a@b.test', address: '', note: '', company: '', inn: '' },
    ...{
      agreed: 1,
      wantsNews: false,
      token: 't',
      lines: [{ product: 'p', name: 'Стол', quantity: 1_500, price: 10_001 }],
    },
  }
  const site = { name: 'Ассоль', phone: '+7 812 000-00-00' }
  const { subject, body } = siteLetter(order, site, {
    language: 'ru',
    currency: 'RUB',
    number: '17',
    page: 'https://shop.test/order/t',
  })
  expect(subject).toBe('Ваш заказ № 17 принят: Ассоль')
  const text = plainOf(body).replaceAll(/\s/g, ' ')
  expect(text).toContain('Здравствуйте, Анна!')
  expect(text).toContain('Стол — 1,5 × 100,01 руб.')
  expect(text).toContain('Итого: 150,02 руб.')
  const links = inlinesOf(body.content).flatMap((piece) => (piece.type === 'text' ? (piece.marks ?? []) : []))
  expect(links).toEqual([{ type: 'link', attrs: { href: 'https://shop.test/order/t' } }])
})
