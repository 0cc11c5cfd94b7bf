import { expect, test } from 'vitest'
import type { Selection } from '../selection/selection.ts'
import { type Pasted, type PasteGround, pastedInto } from './paste.ts'

const GROUND: PasteGround = { rows: 4, columns: 3, scaleOf: () => 2, language: 'ru', most: 1e11 }
const cell = (row: number, column: number): Selection => ({ active: { row, column }, end: { row, column } })
const paste = (selection: Selection, text: string, ground = GROUND) => pastedInto(selection, text, ground) as Pasted
const told = ({ writes }: Pasted) => writes.map(({ row, column, value }) => `${row},${column}=${value}`)

test('a block goes in from the active cell on; empty cells empty', () => {
  const pasted = paste(cell(1, 1), '1 094 700,50\t\r\n2\t3\r\n')
  expect(told(pasted)).toEqual(['1,1=109470050', '1,2=null', '2,1=200', '2,2=300'])
  expect(pasted).toMatchObject({ refused: [], rounded: 0, beyond: 0, over: { top: 1, left: 1, bottom: 2, right: 2 } })
})

test('a text stays out and is told at its place; the rest goes in', () => {
  const pasted = paste(cell(0, 0), '1\tн/д\n900000000000\t4,125')
  expect(told(pasted)).toEqual(['0,0=100', '1,1=413'])
  expect(pasted.refused).toEqual([
    { row: 0, column: 1, text: 'н/д' },
    { row: 1, column: 0, text: '900000000000' },
  ])
  expect(pasted.rounded).toBe(1)
})

test('of a block that is wider and longer than the grid what fits goes in, and what is left is counted', () => {
  const pasted = paste(cell(3, 1), '1\t2\t3\n4\t\t6\n')
  expect(told(pasted)).toEqual(['3,1=100', '3,2=200'])
  expect(pasted.beyond).toBe(3)
  expect(pasted.over).toEqual({ top: 3, left: 1, bottom: 3, right: 2 })
})

test('one cell goes into all that is selected, a block as often as it fits', () => {
  const two: Selection = { active: { row: 1, column: 1 }, end: { row: 0, column: 0 } }
  expect(told(paste(two, '5'))).toEqual(['0,0=500', '0,1=500', '1,0=500', '1,1=500'])
  expect(told(paste(two, '5\n6'))).toEqual(['0,0=500', '0,1=500', '1,0=600', '1,1=600'])
  expect(told(paste(two, '5\n6\n7'))).toEqual(['0,0=500', '1,0=600', '2,0=700'])
})

test('a row that is shorter than others leaves the cells that it has not', () => {
  expect(told(paste(cell(0, 0), '1\t2\n3'))).toEqual(['0,0=100', '0,1=200', '1,0=300'])
})

test('over 100,000 cells nothing is read, copied or to be filled', () => {
  expect(pastedInto(cell(0, 0), '1\t'.repeat(100_001), GROUND)).toBe('too-many')
  const all: Selection = { active: { row: 0, column: 0 }, end: { row: 1999, column: 71 } }
  expect(pastedInto(all, '1', { ...GROUND, rows: 2000, columns: 72 })).toBe('too-many')
})
