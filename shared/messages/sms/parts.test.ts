import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smsParts } from './parts.ts'

const counted = (text: string) => {
  const { encoding, parts, left } = smsParts(text)
  return [encoding, parts.length, left]
}

test.each([
  ['', ['gsm7', 1, 160]],
  ['a'.repeat(160), ['gsm7', 1, 0]],
  ['a'.repeat(161), ['gsm7', 2, 145]],
  ['a'.repeat(306), ['gsm7', 2, 0]],
  ['a'.repeat(307), ['gsm7', 3, 152]],
  [`${'a'.repeat(158)}€`, ['gsm7', 1, 0]],
  [`${'a'.repeat(159)}€`, ['gsm7', 2, 145]],
  // The sign of two units does not begin in the last unit of a part.
  [`${'a'.repeat(152)}€${'a'.repeat(150)}`, ['gsm7', 2, 1]],
  ['я'.repeat(70), ['ucs2', 1, 0]],
  ['я'.repeat(71), ['ucs2', 2, 63]],
  ['я'.repeat(134), ['ucs2', 2, 0]],
  ['я'.repeat(135), ['ucs2', 3, 66]],
  [`${'a'.repeat(159)}я`, ['ucs2', 3, 41]],
  // Nor is a pair of surrogates cut.
  [`${'я'.repeat(66)}😀${'я'.repeat(9)}`, ['ucs2', 2, 56]],
])('TX8: %j', (text, expected) => {
  expect(counted(text)).toEqual(expected)
})

test('TX8: the parts are the text, and none is longer than a part may be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400, size: 'max' }), (text) => {
      const { encoding, parts, left } = smsParts(text)
      expect(parts.join('')).toBe(text)
      expect(left).toBeGreaterThanOrEqual(0)
      if (encoding === 'ucs2') for (const part of parts) expect(part.length).toBeLessThanOrEqual(70)
      expect(parts.every((part) => part !== '') || text === '').toBe(true)
    }),
    { numRuns: 100 },
  )
})
