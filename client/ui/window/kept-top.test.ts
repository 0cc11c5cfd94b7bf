import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPushed } from './kept-top.ts'

const px = fc.integer({ min: 0, max: 100_000 })

test('a place that somebody has scrolled to is kept, the last one, too; one that too little has pushed to is not', () => {
  fc.assert(
    fc.property(px, px, px, (some, most, wanted) => {
      const top = Math.min(some, most)
      if (wanted <= most) expect(isPushed(top, most, wanted)).toBe(false)
      expect(isPushed(most, most, most + 1 + wanted)).toBe(true)
      if (top < most) expect(isPushed(top, most, wanted)).toBe(false)
    }),
  )
})
