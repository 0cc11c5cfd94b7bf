import { expect, test } from 'vitest'
import { isMadeOf } from './own-words.ts'

const KNOWN = ['ООО «Ромашка»', 'Анна Седова', 'anna.sedova@romashka.test']

test.each([
  'Ромашка-2026',
  'ООО Ромашка 1',
  'СедоваАнна1985',
  'anna.sedova@romashka.test',
  'hjvfirf2026',
  '2026sedova!!!',
])('A20: %s is made of what everybody knows', (password) => {
  expect(isMadeOf(password, KNOWN)).toBe(true)
})

test.each(['ромашка на лугу', 'три синих журавля', '1234567890', 'Анна-и-море', 'correct horse battery'])(
  'A20: %s is not',
  (password) => {
    expect(isMadeOf(password, KNOWN)).toBe(false)
  },
)
