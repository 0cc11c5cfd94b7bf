import { expect, test } from 'vitest'
import { phonesIn } from './signature.ts'

test('MV23: phones are offered from the end of what was written, not from what is quoted', () => {
  const letter = 'Номер заказа 123456789012\n'.repeat(1) + 'Текст\n'.repeat(20)
  const signature =
    'С уважением,\nИван Петров\nтел. 8 (916) 123-45-67, +7 495 765-43-21\n8-916-123-45-67\n> +7 903 111-22-33'
  expect(phonesIn(`${letter}${signature}`)).toEqual(['+7 916 123 45 67', '+7 495 765 43 21'])
  expect(phonesIn('ИНН 7707083893, 12.11.2026')).toEqual([])
})
