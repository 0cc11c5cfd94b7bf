import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signatureOf } from './signature.ts'

test.each([
  [
    'Пришлите смету.\n\n-- \nПолина Гай\nдизайнер интерьеров\nтел. +7 (921) 555-01-77',
    { name: 'Полина Гай', post: 'дизайнер интерьеров', phones: ['+79215550177'] },
  ],
  [
    'Ждем.\nС уважением, Сергей Петрович Иванов\nДиректор ООО «Ромашка»\n8 812 555-01-10 доб. 12, 8 911 555 01 11',
    { name: 'Сергей Петрович Иванов', post: 'Директор ООО «Ромашка»', phones: ['+78125550110', '+79115550111'] },
  ],
  [
    'Hello!\n\nKind regards,\nJohn Smith, Sales manager\n+49 30 901820',
    { name: 'John Smith', post: 'Sales manager', phones: ['+4930901820'] },
  ],
  ['Сколько стоит? Рустам, тел. +7 911 555-01-93', { name: null, post: null, phones: ['+79115550193'] }],
  [
    'Да, хорошо.\n\n12.03.2026 в 10:00 Анна Серова пишет:\n> С уважением, Анна Серова\n> +7 812 555-01-00',
    { name: null, post: null, phones: [] },
  ],
  ['Заказ 123456789012 от 12.03.2026 на 1 250 000 ₽', { name: null, post: null, phones: [] }],
  ['', { name: null, post: null, phones: [] }],
])('MP13: of %j its signature says %j', (text, expected) => {
  expect(signatureOf(text)).toEqual(expected)
})

test('MP13: whatever a letter says, its signature is looked for in its last lines alone, and soon', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (text) => {
      expect(signatureOf(text).phones.length).toBeLessThan(200)
    }),
  )
  expect(signatureOf(`+7 911 555-01-93\n${'слова\n'.repeat(50_000)}`).phones).toEqual([])
})
