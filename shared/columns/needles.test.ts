import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Needles } from './needles.ts'

/** Few letters, one of two bytes: needles stand often, over each other, and begin and end alike. */
const text = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', '-', 'ё'), minLength: least, maxLength: most })

test('any texts stand in bytes where a look at each place finds them', () => {
  fc.assert(
    fc.property(text(0, 60), fc.array(text(2, 9), { maxLength: 6 }), (hay, needles) => {
      const bytes = Buffer.from(hay)
      const plain = [...bytes.keys()].filter((at) =>
        needles.some((needle) => bytes.subarray(at, at + Buffer.byteLength(needle)).equals(Buffer.from(needle))),
      )
      expect([...new Needles(needles).placesIn(bytes)]).toEqual(plain)
    }),
    { numRuns: 500 },
  )
})
