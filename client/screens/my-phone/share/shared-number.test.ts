import { expect, test } from 'vitest'
import { sharedNumber } from './shared-number.ts'

test.each([
  ['+7 (916) 123-45-67', '+79161234567'],
  ['Иван Петров\n8 916 123 45 67\nЗавтра в 10:00', '+79161234567'],
  ['tel:+79161234567', '+79161234567'],
  ['Заказ 1234567 от 12.03.2026, звоните: 8(495)123-45-67', '+74951234567'],
  ['https://example.org/?id=5', null],
  ['', null],
])('PG5: %j has %j', (text, number) => {
  expect(sharedNumber(text, 'RU')).toBe(number)
})
