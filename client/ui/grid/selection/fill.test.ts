import { expect, test } from 'vitest'
import { cleared, filledDown, filledRight, pulled, type Write } from './fill.ts'
import type { Range } from './selection.ts'

/** Numbers that tell their cell: row 2, column 3 is 203; the cell in row 9 and column 9 is empty. */
const read = (row: number, column: number) => (row === 9 && column === 9 ? null : row * 100 + column)
const one = () => 0
/** Sums and quantities in turns. */
const two = (column: number) => column % 2
const range = (top: number, left: number, bottom: number, right: number): Range => ({ top, left, bottom, right })
const told = (writes: readonly Write[]) => writes.map(({ row, column, value }) => `${row},${column}=${value}`)

test('down goes the first row of a range, or the row above a single one', () => {
  expect(told(filledDown(range(2, 3, 4, 4), read))).toEqual(['3,3=203', '3,4=204', '4,3=203', '4,4=204'])
  expect(told(filledDown(range(2, 3, 2, 4), read))).toEqual(['2,3=103', '2,4=104'])
  expect(filledDown(range(0, 3, 0, 4), read)).toEqual([])
})

test('to the right goes the first column of a range, or the column before a single one', () => {
  expect(told(filledRight(range(2, 3, 3, 5), read, one))).toEqual(['2,4=203', '2,5=203', '3,4=303', '3,5=303'])
  expect(told(filledRight(range(2, 3, 3, 3), read, one))).toEqual(['2,3=202', '3,3=302'])
  expect(filledRight(range(2, 0, 3, 0), read, one)).toEqual([])
})

test('to the right a sum never goes into a quantity', () => {
  expect(told(filledRight(range(1, 2, 1, 5), read, two))).toEqual(['1,4=102', '1,5=103'])
  expect(told(filledRight(range(1, 2, 1, 3), read, two))).toEqual(['1,2=100', '1,3=101'])
  expect(told(filledRight(range(1, 2, 1, 4), read, two))).toEqual(['1,4=102'])
  expect(filledRight(range(1, 1, 1, 1), read, two)).toEqual([])
})

test('the handle repeats a range to where it was pulled, whichever way', () => {
  expect(told(pulled(range(1, 1, 2, 1), range(1, 1, 5, 1), read, one))).toEqual(['3,1=101', '4,1=201', '5,1=101'])
  expect(told(pulled(range(4, 1, 5, 1), range(2, 1, 5, 1), read, one))).toEqual(['2,1=401', '3,1=501'])
  expect(told(pulled(range(1, 2, 1, 3), range(1, 2, 1, 7), read, two))).toEqual([
    '1,4=102',
    '1,5=103',
    '1,6=102',
    '1,7=103',
  ])
  expect(told(pulled(range(1, 2, 1, 2), range(1, 2, 1, 5), read, two))).toEqual(['1,4=102'])
  expect(told(pulled(range(1, 4, 1, 5), range(1, 1, 1, 5), read, one))).toEqual(['1,1=105', '1,2=104', '1,3=105'])
})

test('what is empty already is not emptied', () => {
  expect(told(cleared(range(9, 8, 9, 9), read))).toEqual(['9,8=null'])
})
