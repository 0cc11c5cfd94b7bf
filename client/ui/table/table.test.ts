import { expect, test } from 'vitest'
import { fitting, leastWidth, nextSort, putBeside, tracks } from './columns/columns.ts'
import { fitWidth } from './columns/widths.ts'
import { inSteps, moved, past } from './handling/cursor.ts'

test('keys lead through the rows and stop at their ends', () => {
  expect(moved('ArrowDown', -1, 100, 10)).toBe(0)
  expect(moved('ArrowDown', 99, 100, 10)).toBe(99)
  expect(moved('ArrowUp', 0, 100, 10)).toBe(0)
  expect(moved('PageDown', 95, 100, 10)).toBe(99)
  expect(moved('PageUp', 5, 100, 10)).toBe(0)
  expect([moved('Home', 5, 100, 10), moved('End', 5, 100, 10)]).toEqual([0, 99])
  expect(moved('End', 0, 0, 10)).toBeUndefined()
  expect(moved('x', 5, 100, 10)).toBeUndefined()
})

test('the cursor passes over the heads of groups', () => {
  const isHead = (index: number) => index === 0 || index === 4
  expect(past(isHead, 0, -1, 8)).toBe(1)
  expect(past(isHead, 4, 3, 8)).toBe(5)
  expect(past(isHead, 4, 5, 8)).toBe(3)
  expect(past(isHead, 0, 1, 8)).toBe(1)
  expect(past(isHead, 0, 7, 8)).toBe(1)
  expect(past((index) => index > 5, 7, 3, 8)).toBe(5)
})

test('the window is asked for in steps within the list', () => {
  expect(inSteps(3, 30, 1000)).toEqual({ from: 0, to: 50 })
  expect(inSteps(30, 60, 70)).toEqual({ from: 25, to: 70 })
})

test('a column is put before or after another, and nowhere beside one that is not there', () => {
  const columns = ['number', 'date', 'total']
  expect(putBeside(columns, 'total', 'number', 'before')).toEqual(['total', 'number', 'date'])
  expect(putBeside(columns, 'number', 'date', 'after')).toEqual(['date', 'number', 'total'])
  expect(putBeside(columns, 'date', 'total', 'before')).toEqual(columns)
  expect(putBeside(columns, 'date', 'gone', 'before')).toEqual(columns)
})

test('columns fill the width, and a head turns the sort', () => {
  const [number, customer, total] = [
    { id: 'number', width: 80 },
    { id: 'customer', width: 120, grow: true },
    { id: 'total', width: 90 },
  ] as const
  expect(tracks([number, customer, total])).toBe('80px minmax(120px, 1fr) 90px')
  expect(tracks([number, total])).toBe('80px minmax(90px, 1fr)')
  expect(tracks([number, customer, total], { customer: 200 })).toBe('80px 200px minmax(90px, 1fr)')
  expect([leastWidth([number, total]), leastWidth([number, total], { total: 100 })]).toEqual([170, 180])
  expect(nextSort(undefined, 'date')).toEqual({ column: 'date', down: false })
  expect(nextSort({ column: 'date', down: false }, 'date')).toEqual({ column: 'date', down: true })
  expect(nextSort({ column: 'date', down: true }, 'date')).toEqual({ column: 'date', down: false })
})

test('in a narrow place the columns of least weight leave, and those that must stay do', () => {
  const all = [
    { id: 'number', width: 100, yields: 1 },
    { id: 'customer', width: 180 },
    { id: 'state', width: 280 },
    { id: 'total', width: 120, yields: 2 },
    { id: 'days', width: 60, yields: 3 },
  ]
  const idsIn = (place: number) => fitting(all, place).map(({ id }) => id)
  expect(idsIn(752)).toEqual(['number', 'customer', 'state', 'total', 'days'])
  expect(idsIn(751)).toEqual(['number', 'customer', 'state', 'total'])
  expect(idsIn(600)).toEqual(['number', 'customer', 'state'])
  expect(idsIn(100)).toEqual(['customer', 'state'])
})

test('a column is neither narrower nor wider than can be used', () => {
  expect([fitWidth(3), fitWidth(100.4), fitWidth(5000)]).toEqual([56, 100, 800])
})
