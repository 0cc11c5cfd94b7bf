import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CUSTOM_VALUE } from '../records/declarations/custom.ts'
import type { Json } from '../records/declarations/value.ts'
import { CUSTOM_TYPES, type CustomFieldRow, type CustomType } from './collections.ts'
import { declaredOf } from './declared.ts'
import { oddIn, readAs } from './reading.ts'

const OPTIONS = [
  { id: 'low', name: 'Низкий', hue: 10, off: false, place: 'a0', madeAt: 0 },
  { id: 'high', name: 'Высокий', hue: null, off: true, place: 'a1', madeAt: 0 },
]

const fieldOf = (type: CustomType) => {
  const unset = { hint: null, wanted: false, later: false, quick: false, decimals: null, place: null, gone: false }
  const row = { id: 'custom_a', of: 'customers', type, name: 'A', ...unset }
  const [declared] = declaredOf([{ ...row, options: OPTIONS } as unknown as CustomFieldRow])
  if (!declared) throw new Error(`${type} is not declared`)
  return declared.field
}
const any = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.maxSafeInteger(),
  fc.array(fc.string(), { maxLength: 4 }),
  fc.constantFrom('low', 'Высокий', '12,5', '31.12.2026', '2026-02-30'),
) as fc.Arbitrary<Json>

test('U2, U4: whatever stands is read by its type, or shown in letters; nothing is silent', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CUSTOM_TYPES), any, (type, raw) => {
      const field = fieldOf(type)
      const [value, odd] = [readAs(field, raw), oddIn(field, raw)]
      if (odd === null) expect(field.accepts(value)).toBe(true)
      else expect(value).toEqual(field.fallback)
      expect(CUSTOM_VALUE.accepts(raw)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('U4: what was read under one type reads as the same under it, however it is read between', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CUSTOM_TYPES), fc.constantFrom(...CUSTOM_TYPES), any, (type, between, raw) => {
      const before = readAs(fieldOf(type), raw)
      readAs(fieldOf(between), raw)
      expect(readAs(fieldOf(type), raw)).toEqual(before)
      // What a form of the type would write back means the same.
      if (before !== null) expect(readAs(fieldOf(type), before)).toEqual(before)
    }),
    { numRuns: 500 },
  )
})

test.each<[string, CustomType, Json, Json, string | null]>([
  ['letters in a number', 'number', 'двенадцать', null, 'двенадцать'],
  ['a text that is a number', 'number', '1 250,5', 125050, null],
  ['a number as a sum', 'sum', 1250, 1250, null],
  ['a number as a text', 'line', 1250, '12.5', null],
  ['a negative one', 'line', -5, '-0.05', null],
  ['three decimals', 'number', '1,255', 125.5, null],
  ['four of a negative one', 'number', '-0.0255', -2.55, null],
  ['more decimals than there are', 'number', '1,25556', null, '1,25556'],
  ['more than a sum has', 'sum', '1,255', null, '1,255'],
  ['a day as people write it', 'day', '31.12.2026', '2026-12-31', null],
  ['a day that is none', 'day', '31.02.2026', null, '31.02.2026'],
  ['a name of an option', 'choice', 'низкий', 'low', null],
  ['an option that is off', 'choice', 'high', 'high', null],
  ['no option', 'choice', 'Средний', null, 'Средний'],
  ['one of several', 'choices', 'low', ['low'], null],
  ['several, one of them unknown', 'choices', ['low', 'x'], [], 'low, x'],
  ['yes as a text', 'line', true, null, 'true'],
  ['a text as yes', 'yesNo', 'да', false, 'да'],
  ['nothing as yes or no', 'yesNo', null, false, null],
])('U3, U4, U5: %s', (_what, type, raw, value, odd) => {
  expect([readAs(fieldOf(type), raw), oddIn(fieldOf(type), raw)]).toEqual([value, odd])
})

test('R9: an empty set of several options is each record’s own', () => {
  for (const raw of [null, ['x']]) expect(readAs(fieldOf('choices'), raw)).not.toBe(readAs(fieldOf('choices'), raw))
})
