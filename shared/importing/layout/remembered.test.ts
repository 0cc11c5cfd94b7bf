import { expect, test } from 'vitest'
import { readLayout, rememberedId, writeLayout } from './remembered.ts'

const LAYOUT = { what: 'customers', key: 'a', targets: { a: 'name', b: 'phone' }, changed: 'leave' } as const

test('X20: a layout is found again by its columns, in any order, and read as far as they are there', () => {
  expect(rememberedId('u', ['a', 'b'])).toBe(rememberedId('u', ['b', 'a']))
  expect(rememberedId('u', ['a'])).not.toBe(rememberedId('u', ['a', 'b']))
  expect(readLayout(writeLayout(LAYOUT), ['a', 'b'])).toEqual(LAYOUT)
  expect(readLayout(writeLayout(LAYOUT), ['a'])).toEqual({ ...LAYOUT, targets: { a: 'name' } })
})

test.each([
  ['no text', null],
  ['no JSON', '{'],
  ['another form', '{"what":"orders"}'],
  ['a key that is not there', writeLayout({ ...LAYOUT, key: 'c' })],
])('X20: %s is no layout', (_, written) => {
  expect(readLayout(written, ['a', 'b'])).toBeNull()
})

test('X20: a target that no such record has is left out', () => {
  const odd = writeLayout({ ...LAYOUT, targets: { a: 'name', b: 'mergedInto' } })
  expect(readLayout(odd, ['a', 'b'])?.targets).toEqual({ a: 'name' })
})
