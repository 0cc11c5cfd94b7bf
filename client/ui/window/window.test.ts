import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionIn } from './slots.ts'
import { edgesAt, topFor } from './window.ts'

const STEP = 36
const place = fc.record({
  top: fc.integer({ min: 0, max: 4_000_000 }),
  height: fc.integer({ min: 1, max: 2_000 }),
  count: fc.integer({ min: 0, max: 100_000 }),
  spare: fc.integer({ min: 0, max: 12 }),
})

test('what is in view is drawn, and never more than the place and its margins hold', () => {
  fc.assert(
    fc.property(place, ({ top, height, count, spare }) => {
      const { first, end } = edgesAt(top, height, STEP, count, spare)
      const seen = { first: Math.floor(top / STEP), end: Math.ceil((top + height) / STEP) }
      expect(first).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThanOrEqual(count)
      if (seen.end <= count) expect(first <= seen.first && seen.end <= end).toBe(true)
      expect(end - first).toBe(Math.min(count, Math.ceil(height / STEP) + 1 + 2 * spare))
    }),
  )
  expect(edgesAt(0, 0, STEP, 100, 6)).toEqual({ first: 0, end: 0 })
})

test('scrolling to a position brings it into view, and does not scroll where it is', () => {
  fc.assert(
    fc.property(place, fc.nat(100_000), ({ top, height }, position) => {
      const room = height + STEP
      const to = topFor(position, STEP, top, room)
      expect(position * STEP).toBeGreaterThanOrEqual(to)
      expect((position + 1) * STEP).toBeLessThanOrEqual(to + room)
      expect(topFor(position, STEP, to, room)).toBe(to)
    }),
  )
})

test('each position of a window stands in a slot of its own, and keeps it while it stays in the window', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 60 }), fc.nat(1000), (first, size, other) => {
      const slots = Array.from({ length: size }, (_, slot) => slot)
      const at = (from: number) => slots.map((slot) => positionIn(slot, { first: from, end: from + size }))
      expect(at(first).toSorted((a, b) => a - b)).toEqual(slots.map((slot) => first + slot))
      const moved = slots.filter((slot) => at(first)[slot] !== at(other)[slot])
      expect(moved.length).toBe(Math.min(size, Math.abs(first - other)))
    }),
  )
})
