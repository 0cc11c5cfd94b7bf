import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  at,
  everything,
  type Ground,
  isOneCell,
  isWithin,
  moved,
  type Pressed,
  rangeOf,
  type Selection,
  sizeOf,
  walked,
} from './selection.ts'

const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']
const pressed: fc.Arbitrary<Pressed> = fc.record({
  key: fc.constantFrom(...KEYS),
  shift: fc.boolean(),
  control: fc.boolean(),
})
const ground = (filled: readonly string[] = [], rows = 10, columns = 8): Ground => ({
  rows,
  columns,
  perPage: 4,
  isFilled: (row, column) => filled[row]?.[column] === 'x',
})
const go = (from: Selection, key: string, more: Partial<Pressed> = {}, on = ground()) =>
  moved(from, { key, shift: false, control: false, ...more }, on)

test('whatever is pressed, the selection stays inside of the grid, and without Shift it is one cell', () => {
  const rows = fc.array(fc.stringMatching(/^[x ]{8}$/), { minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(fc.array(pressed, { maxLength: 30 }), rows, (keys, filled) => {
      let selection = at({ row: 3, column: 3 })
      for (const key of keys) {
        const before = selection
        selection = moved(selection, key, ground(filled)) ?? selection
        const { top, left, bottom, right } = rangeOf(selection)
        expect(top >= 0 && left >= 0 && bottom < 10 && right < 8).toBe(true)
        if (key.shift) expect(selection.active).toEqual(before.active)
        else expect(selection.end).toEqual(selection.active)
      }
    }),
  )
})

test('keys move by a cell, a page, to the ends of a row and of the grid', () => {
  const from = at({ row: 5, column: 3 })
  expect(go(from, 'ArrowUp')).toEqual(at({ row: 4, column: 3 }))
  expect(go(from, 'ArrowRight')).toEqual(at({ row: 5, column: 4 }))
  expect(go(from, 'PageDown')).toEqual(at({ row: 9, column: 3 }))
  expect(go(from, 'PageUp')).toEqual(at({ row: 1, column: 3 }))
  expect(go(from, 'Home')).toEqual(at({ row: 5, column: 0 }))
  expect(go(from, 'End')).toEqual(at({ row: 5, column: 7 }))
  expect(go(from, 'Home', { control: true })).toEqual(at({ row: 0, column: 0 }))
  expect(go(from, 'End', { control: true })).toEqual(at({ row: 9, column: 7 }))
  expect(go(from, 'a')).toBeUndefined()
})

test('with Shift the end moves and the active cell stays; without it the next key goes on from the active cell', () => {
  const reached = go(go(at({ row: 5, column: 3 }), 'ArrowUp', { shift: true }) as Selection, 'End', { shift: true })
  expect(reached).toEqual({ active: { row: 5, column: 3 }, end: { row: 4, column: 7 } })
  expect(rangeOf(reached as Selection)).toEqual({ top: 4, left: 3, bottom: 5, right: 7 })
  expect(go(reached as Selection, 'ArrowDown')).toEqual(at({ row: 6, column: 3 }))
})

test('Ctrl and an arrow jump to the end of what is filled, over a gap, or to the edge', () => {
  const on = ground(['xxx  x x'])
  const jump = (column: number, key: string) => go(at({ row: 0, column }), key, { control: true }, on)?.active.column
  expect(jump(0, 'ArrowRight')).toBe(2)
  expect(jump(2, 'ArrowRight')).toBe(5)
  expect(jump(5, 'ArrowRight')).toBe(7)
  expect(jump(7, 'ArrowRight')).toBe(7)
  expect(jump(5, 'ArrowLeft')).toBe(2)
  expect(jump(2, 'ArrowLeft')).toBe(0)
  expect(go(at({ row: 0, column: 3 }), 'ArrowDown', { control: true }, on)).toEqual(at({ row: 9, column: 3 }))
})

test('everything is all rows and columns', () => {
  expect(sizeOf(rangeOf(everything({ rows: 2000, columns: 72 })))).toEqual({ rows: 2000, columns: 72 })
})

test('Enter and Tab walk through all of a range and come back to where they began; it stays', () => {
  const corner = fc.record({ row: fc.integer({ min: 0, max: 6 }), column: fc.integer({ min: 0, max: 6 }) })
  fc.assert(
    fc.property(corner, corner, fc.constantFrom('Enter' as const, 'Tab' as const), (active, end, way) => {
      const from: Selection = { active, end }
      const { rows, columns } = sizeOf(rangeOf(from))
      const seen = new Set<string>()
      let selection = from
      for (let step = 0; step < rows * columns; step++) {
        const next = walked(selection, way, false)
        expect(walked(next, way, true).active).toEqual(selection.active)
        expect(rangeOf(next)).toEqual(rangeOf(from))
        expect(isWithin(rangeOf(from), next.active.row, next.active.column)).toBe(true)
        seen.add(`${next.active.row} ${next.active.column}`)
        selection = next
      }
      expect(selection.active).toEqual(active)
      expect(seen.size).toBe(rows * columns)
    }),
  )
  const two: Selection = { active: { row: 1, column: 1 }, end: { row: 2, column: 2 } }
  expect(walked(two, 'Enter', false).active).toEqual({ row: 2, column: 1 })
  expect(walked(two, 'Tab', false).active).toEqual({ row: 1, column: 2 })
  const inside = walked(two, 'Tab', false)
  expect([isOneCell(two), isOneCell(at({ row: 1, column: 1 }))]).toEqual([false, true])
  expect(go(inside, 'ArrowDown', { shift: true })).toEqual({
    active: { row: 1, column: 2 },
    end: { row: 2, column: 2 },
  })
  expect(go(inside, 'ArrowDown')).toEqual(at({ row: 2, column: 2 }))
})
