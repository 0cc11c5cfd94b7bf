import { expect, test } from 'vitest'
import { isDoubled, takenIn } from './doubled.ts'

test('S7: a name or code that another has is told, without regard to case and ё; an empty one is none', () => {
  const taken = takenIn([{ name: 'Тёплый пол', code: '796' }, { name: null }, {}])
  expect(isDoubled(taken, { name: ' теплый ПОЛ ' }, 'name')).toBe(true)
  expect(isDoubled(taken, { name: 'Пол', code: '796' }, 'code')).toBe(true)
  expect(isDoubled(taken, { name: 'Пол', code: '796' }, 'name')).toBe(false)
  expect(isDoubled(taken, { name: '', code: null }, 'name')).toBe(false)
  expect(isDoubled(taken, { fullName: 'Тёплый пол' }, 'fullName')).toBe(false)
})
