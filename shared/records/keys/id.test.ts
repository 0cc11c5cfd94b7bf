import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivedId, newEntryId, newId, parseId } from './id.ts'
import { isId, isSegment } from './key.ts'

const circle = fc.stringMatching(/^[a-z0-9]{1,20}$/)
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 })

test('R16: an id says its circle and its time', () => {
  fc.assert(
    fc.property(circle, time, (circle, time) => {
      const id = newId(circle, time)
      expect(parseId(id)).toEqual({ circle, time })
      expect(isId(id)).toBe(true)
    }),
  )
})

test('R16: the same source, key and time give the same id; any other gives another', () => {
  const source = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(time, source, source, source, source, (time, source, key, otherSource, otherKey) => {
      const id = derivedId('common', time, source, key)
      expect(parseId(id)).toEqual({ circle: 'common', time })
      expect(derivedId('common', time, source, key)).toBe(id)
      const isSame = source === otherSource && key === otherKey
      expect(derivedId('common', time, otherSource, otherKey) === id).toBe(isSame)
    }),
  )
})

test('R16: a source and a key are told apart', () => {
  expect(derivedId('common', 0, 'ab', 'c')).not.toBe(derivedId('common', 0, 'a', 'bc'))
})

test('R16: derived ids stay what they were: records made by older programs must be met', () => {
  expect(derivedId('common', Date.UTC(2016, 8, 1), 'crm', 'ORDER-1')).toBe(
    'common-0156e30b-8c00-76eb-8da3-cb8e90c1dc8b',
  )
})

test.each([
  '',
  'completed',
  'common-',
  'common-0',
  'common-019a8f3c-1b2a-4abc-8def-0123456789ab',
  'COMMON-019a8f3c-1b2a-7abc-8def-0123456789ab',
  'common-019a8f3c-1b2a-7abc-8def-0123456789ab\n',
  'a b-019a8f3c-1b2a-7abc-8def-0123456789ab',
])('R16: %j names no document', (id) => {
  expect(parseId(id)).toBeNull()
})

test('fresh ids do not meet', () => {
  const ids = Array.from({ length: 1_000 }, () => newId('common', 1))
  const entries = Array.from({ length: 1_000 }, newEntryId)
  expect([new Set(ids).size, new Set(entries).size]).toEqual([1_000, 1_000])
  expect(entries.every(isSegment)).toBe(true)
})
