import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullJitter } from './backoff.ts'

const PATIENCE = { first: 100, most: 5000 }

test('RT6: a wait is anything up to a bound that doubles with each try, and ends at the longest', () => {
  const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.nat({ max: 2000 }), part, (tries, random) => {
      const bound = Math.min(5000, 100 * 2 ** tries)
      expect(fullJitter(tries, PATIENCE, () => random)).toBeCloseTo(random * bound)
    }),
  )
})
