import { expect, test } from 'vitest'
import { bodyOfText, inlinesOf, paragraph, textNode, writeBody } from '../../messages/body/body.ts'
import { letterOf, letterWithDot } from '../../messages/body/html.ts'
import { plainOf } from '../../messages/body/plain.ts'
import { Assol } from '../../messages/testing/assol.ts'
import { withLinks } from './followed-links.ts'
import { readerText } from './reader-text.ts'

const OUT = 'https://shop.example/u/token'

function textFor(words: string, way: 'letter' | 'sms' = 'letter', unsubscribe: string | null = OUT) {
  const shop = new Assol()
  return shop.tell(({ find, order }) =>
    readerText({
      template: { way, subject: 'Новости для [Покупатель]', body: writeBody(bodyOfText(words)) },
      reader: { customer: order.customer, contact: 'krylov' },
      organisation: order.organisation,
      find,
      unsubscribe,
    }),
  )
}

test('BM6: a reader is told by what is known of customer and contact, without any order', () => {
  const { subject, body } = textFor('[Обращение] [Контактное лицо], [Номер]\n[Отписаться]')
  expect(subject).toBe('Новости для Альфамарт')
  expect(plainOf(body)).toMatch(/^Уважаемый .*Крылов.*, \[Номер\]\n\nОтписаться \(https:\/\/shop\.example\/u\/token\)$/)
})

test('BM6: a letter without a link to unsubscribe has one at its end; an SMS, and one that has its own, has none', () => {
  expect(plainOf(textFor('Новинки').body)).toContain(`Если вам больше не нужны такие письма: Отписаться (${OUT})`)
  expect(plainOf(textFor('Новинки [Unsubscribe]').body).match(/Отписаться/g)).toHaveLength(1)
  expect(plainOf(textFor('Новинки', 'sms').body)).toBe('Новинки')
  expect(plainOf(textFor('Новинки', 'letter', null).body)).toBe('Новинки')
})

test('BM7: links into the web lead through the door, others and that of unsubscribing as they are', () => {
  const link = (href: string) => textNode(href, [{ type: 'bold' }, { type: 'link', attrs: { href } }])
  const line = paragraph([link('https://shop.example/sale'), link('mailto:a@b.example'), link(OUT), textNode('слова')])
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [line] }] } as const
  const body = withLinks({ type: 'doc', content: [line, list] }, (href) => `https://door/l?to=${href}`, OUT)
  const hrefs = inlinesOf(body.content).flatMap((one) =>
    one.type === 'text' ? (one.marks ?? []).flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : [])) : [],
  )
  const once = ['https://door/l?to=https://shop.example/sale', 'mailto:a@b.example', OUT]
  expect(hrefs).toEqual([...once, ...once])
})

test('BM7: who reads fetches a dot, where that is counted', () => {
  const body = bodyOfText('Новинки')
  expect(letterWithDot(body, 'ru', 'https://door/o/a"b')).toContain(
    '<img src="https://door/o/a&quot;b" width="1" height="1" alt=""></body>',
  )
  expect(letterOf(body, 'ru')).not.toContain('<img')
})
