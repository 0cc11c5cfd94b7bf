import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { arriving, type Run } from './arriving.ts'

const run: fc.Arbitrary<Run<number>> = fc.record({
  from: fc.nat(20),
  rows: fc.array(fc.nat(5), { maxLength: 40 }),
})
const seen = fc.record({ from: fc.nat(40), to: fc.nat(60) })
const most = fc.integer({ min: 1, max: 8 })

test('at each step so many drawn rows are exchanged at most, from the top down, and the last one gives the whole run', () => {
  fc.assert(
    fc.property(run, run, seen, most, (before, next, drawn, count) => {
      const isDrawn = (at: number) => next.from + at >= drawn.from && next.from + at < drawn.to
      const old = (at: number) => (isDrawn(at) ? before.rows[next.from + at - before.from] : undefined)
      const steps = [...arriving(before, next, drawn, count)]
      expect(steps.at(-1)).toEqual(next.rows)
      let shown = next.rows.map((row, at) => old(at) ?? row)
      for (const step of steps) {
        expect(step.length).toBe(next.rows.length)
        const changed = step.flatMap((row, at) => (row === shown[at] ? [] : [at]))
        expect(changed.length).toBeLessThanOrEqual(count)
        // Above the lowest that has come nothing earlier is left.
        const end = (changed.at(-1) ?? -1) + 1
        expect(step.slice(0, end)).toEqual(next.rows.slice(0, end))
        shown = [...step]
      }
    }),
  )
})

test('where no drawn row is another it comes in one step', () => {
  const before = { from: 0, rows: [1, 2, 3] }
  expect([...arriving(before, { from: 0, rows: [1, 2, 3, 4] }, { from: 0, to: 3 }, 1)]).toEqual([[1, 2, 3, 4]])
  expect([...arriving(before, { from: 0, rows: [] }, { from: 0, to: 3 }, 1)]).toEqual([[]])
})
