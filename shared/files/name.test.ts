import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanName } from './name.ts'

test.each([
  ['Договор № 5.pdf', 'Договор № 5.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Анна\\смета.xlsx', 'смета.xlsx'],
  ['/', 'file'],
  ['..', 'file'],
  ['', 'file'],
  ['счет\u202Efdp.exe', 'счетfdp.exe'],
  ['a\u0000b\nc.txt', 'abc.txt'],
  ['\u2066план\u2069.png', 'план.png'],
  ['что? где: "тут".doc', 'что_ где_ _тут_.doc'],
  ['NUL.txt', '_NUL.txt'],
  ['.htaccess', 'htaccess'],
  ['замер .jpg. . ', 'замер .jpg'],
])('W8: the name %j is kept as %j', (given, kept) => {
  expect(cleanName(given)).toBe(kept)
})

test('W8: a long name keeps its ending', () => {
  const name = cleanName(`${'ж'.repeat(400)}.jpeg`)
  expect([...name]).toHaveLength(120)
  expect(name.endsWith('ж.jpeg')).toBe(true)
})

test('W8: whatever the name is, what is kept is a name, reads left to right, and stays what it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = cleanName(given)
      expect(name).toMatch(/^[^\\/<>:"|?*\p{Cc}\p{Cf}]+$/u)
      expect(['.', '..']).not.toContain(name)
      expect(cleanName(name)).toBe(name)
    }),
  )
})
