import { expect, test } from 'vitest'
import { isPasswordCommon } from './common-passwords.ts'

test.each([
  ...['qwertyuiop', 'Manchester', '1q2w3e4r5t6y', '1234567890', 'Password2026!', '***BASKETBALL***'],
  ...['gfhjkm123456', 'пароль2026', 'Йцукен!12345', 'Voronka-2026', 'воронка 1234'],
])('A20: %s is tried first', (password) => {
  expect(isPasswordCommon(password)).toBe(true)
})

test.each([
  ...[
    'correct horse battery',
    'три синих журавля',
    '9f8a7b6c5d4e',
    '48151623429071',
    'q-1234567890123',
    'demo-voronka',
  ],
  ...['secret words', 'constructor-proto', '日本語のパスワード'],
])('A20: %s is not', (password) => {
  expect(isPasswordCommon(password)).toBe(false)
})
