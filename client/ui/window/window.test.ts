import * as fc from 'fast-check'
import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createHolders, inOrder } from './holders.ts'
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

test('a thing that stays in a window keeps its holder, wherever it moves; what comes is held by what has left', () => {
  const ids = fc.uniqueArray(fc.nat(30), { maxLength: 12 })
  const steps = fc.array(fc.record({ ids, first: fc.nat(100) }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(steps, (windows) => {
      createRoot((end) => {
        const [shown, setShown] = createSignal<{ things: readonly { id: string }[]; first: number }>({
          things: [],
          first: 0,
        })
        const holders = createHolders(
          () => shown().things,
          () => shown().first,
        )
        for (const { ids, first } of windows) {
          const before = new Map(holders().map((holder) => [holder.thing().id, holder]))
          const things = ids.map((id) => ({ id: String(id) }))
          setShown({ things, first })
          const now = inOrder(holders())
          expect(now.map((holder) => holder.thing())).toEqual(things)
          expect(now.map((holder) => holder.position())).toEqual(things.map((_, at) => first + at))
          expect(new Set(now.map(({ number }) => number)).size).toBe(things.length)
          for (const holder of now) {
            const kept = before.get(holder.thing().id)
            if (kept) expect(holder).toBe(kept)
          }
          const made = now.filter((holder) => ![...before.values()].includes(holder))
          expect(made.length).toBe(Math.max(0, things.length - before.size))
        }
        end()
      })
    }),
  )
})
