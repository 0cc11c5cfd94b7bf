import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'

const key = () => randomBytes(32).toString('base64url')

test('SE2: what is sealed opens by its own key, for its own purpose, and no otherwise', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
      const own = key()
      const sealed = seal(own, text, 'one')
      expect(unseal(own, sealed, 'one')).toBe(Buffer.from(text).toString())
      expect(unseal(key(), sealed, 'one')).toBe(null)
      expect(unseal(own, sealed, 'another')).toBe(null)
      const bytes = Buffer.from(sealed, 'base64')
      const place = at % bytes.length
      bytes[place] = (bytes[place] ?? 0) ^ 1
      expect(unseal(own, bytes.toString('base64'), 'one'), 'a byte is another').toBe(null)
      expect(unseal(own, bytes.subarray(0, place).toString('base64'), 'one'), 'cut off').toBe(null)
    }),
  )
})

test('SE2: the same text is sealed in another way each time, and a key that is none opens nothing', () => {
  const own = key()
  expect(seal(own, 'text', 'one')).not.toBe(seal(own, 'text', 'one'))
  expect(unseal('short', seal(own, 'text', 'one'), 'one')).toBe(null)
})
