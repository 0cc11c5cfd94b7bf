import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatKey, idInKey, isId, isPath, isSegment, parseKey } from './key.ts'

const segment = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/).filter(isSegment)
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,80}$/).filter(isId)
const path = fc.array(segment, { maxLength: 3 }).map((segments) => segments.join('/'))

test('R1, R2: keys read back', () => {
  fc.assert(
    fc.property(id, path, segment, (id, path, replica) => {
      const key = formatKey(id, path, replica)
      expect(parseKey(key)).toEqual({ id, path, replica })
      expect(idInKey(key)).toBe(id)
      expect(isPath(path)).toBe(true)
    }),
  )
})

test('R3: a text is a key only if it is written as one', () => {
  const pieces = fc.constantFrom(
    'a',
    'note',
    'Ж',
    '#',
    '/',
    '__proto__',
    'constructor',
    ' ',
    '\u0000',
    'b'.repeat(41),
    '-',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 9 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (text) => {
      const key = parseKey(text)
      if (key === null) return
      expect(formatKey(key.id, key.path, key.replica)).toBe(text)
      expect(isId(key.id) && isPath(key.path) && isSegment(key.replica)).toBe(true)
      expect(idInKey(text)).toBe(key.id)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  '',
  '#',
  'a',
  '#A',
  'a#',
  'a/#A',
  '/note#A',
  'a/note',
  'a/note#',
  'a/note#A#B',
  'a#b/note#A',
  'a/lines//price#A',
  'a/lines/e/price/more#A',
  '__proto__#A',
  'a/constructor#A',
  'a/lines/prototype#A',
  'a/note#__proto__',
  'a/имя#A',
  `${'a'.repeat(81)}#A`,
  `a/${'b'.repeat(41)}#A`,
  'a/note #A',
  'a/note#A\n',
])('R2: %j is no key', (text) => {
  expect(parseKey(text)).toBeNull()
})

test('R2: names that a prototype has may stand, but for the three', () => {
  expect(['toString', 'hasOwnProperty', '__proto', 'proto__'].every(isSegment)).toBe(true)
  expect(['__proto__', 'constructor', 'prototype'].some((name) => isSegment(name) || isId(name))).toBe(false)
})
