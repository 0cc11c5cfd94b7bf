import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatCreation,
  formatWrite,
  type Json,
  type JsonObject,
  parseCreation,
  parseJson,
  parseWrite,
} from './value.ts'

const replica = fc.stringMatching(/^[A-Za-z0-9_-]{1,10}$/)
const stamp = fc.tuple(fc.stringMatching(/^[0-9a-z]{12}$/), replica).map(([reading, name]) => reading + name)
const value = fc.jsonValue() as fc.Arbitrary<Json>

test('R1: a write reads back', () => {
  fc.assert(
    fc.property(stamp, fc.array(stamp, { maxLength: 4 }), value, (stamp, seen, value) => {
      const write = parseWrite(formatWrite(stamp, seen, value), stamp.slice(12))
      expect(write).toEqual({ stamp, seen, json: JSON.stringify(value) })
      expect(JSON.stringify(parseJson(write?.json ?? ''))).toBe(JSON.stringify(value))
    }),
  )
})

test('R1: a creation reads back', () => {
  const values = fc.dictionary(fc.string(), value) as fc.Arbitrary<JsonObject>
  fc.assert(
    fc.property(stamp, fc.integer({ min: 1, max: 1_000 }), values, (stamp, version, values) => {
      const creation = parseCreation(formatCreation(stamp, version, values), stamp.slice(12))
      expect(creation).toEqual({ stamp, version, json: JSON.stringify(values) })
    }),
  )
})

test('R3: any other thing is no write and no creation', () => {
  const odd = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary' }),
    stamp.map((one) => `${one} 1`),
  )
  fc.assert(
    fc.property(odd, (odd) => {
      expect(parseWrite(odd, 'nobody')).toBeNull()
      expect(parseCreation(odd, 'nobody')).toBeNull()
    }),
  )
})

test.each(['0', '-1', '1.5', '01', '1e3', '0x1', '', ' ', 'x', '9999999999'])('R3: %j is no version', (version) => {
  expect(parseCreation(`0mi1c2k3l000A ${version} {}`, 'A')).toBeNull()
})

test('R3: a text that is no JSON has no value', () => {
  expect(['', '{', 'undefined', 'NaN', "'a'", '[1,]'].map(parseJson)).toEqual(Array(6).fill(undefined))
})
