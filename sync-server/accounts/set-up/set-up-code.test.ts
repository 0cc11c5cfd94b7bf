import { expect, test } from 'vitest'
import { newSetUpCode } from './set-up-code.ts'

test('A18: codes are of twelve digits, and each is another', () => {
  const codes = Array.from({ length: 50 }, newSetUpCode)
  for (const code of codes) expect(code).toMatch(/^\d{4}-\d{4}-\d{4}$/)
  expect(new Set(codes).size).toBe(50)
})
