import fc from 'fast-check'
import { createEffect, createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { createSheet, type SheetShape } from './sheet.ts'

const SHAPE: SheetShape = { rows: 5, columns: 6, measures: 2, measureOf: (column) => column % 2 }
const write = fc.record({
  row: fc.nat(4),
  column: fc.nat(5),
  value: fc.option(fc.integer({ min: -1e11, max: 1e11 })),
})

test('whatever is written, totals are the sums of what stands there', () => {
  fc.assert(
    fc.property(fc.array(fc.array(write)), (acts) => {
      const sheet = createSheet()
      sheet.take(SHAPE, () => null)
      const now = new Map<string, number | null>()
      for (const writes of acts) {
        sheet.write(writes)
        for (const { row, column, value } of writes) now.set(`${row} ${column}`, value)
      }
      const sum = (is: (row: number, column: number) => boolean) => {
        const places = Array.from({ length: 30 }, (_, at) => [Math.floor(at / 6), at % 6] as const)
        return places
          .filter(([row, column]) => is(row, column))
          .reduce((total, [row, column]) => total + (now.get(`${row} ${column}`) ?? 0), 0)
      }
      expect(sheet.rowTotal(2, 1)).toBe(sum((row, column) => row === 2 && column % 2 === 1))
      expect(sheet.columnTotal(3)).toBe(sum((_row, column) => column === 3))
      expect(sheet.total(0)).toBe(sum((_row, column) => column % 2 === 0))
      const range = { top: 1, left: 1, bottom: 3, right: 4 }
      const inRange = (row: number, column: number) => row >= 1 && row <= 3 && column >= 1 && column <= 4
      expect(sheet.tally(range).map(({ sum }) => sum)).toEqual(
        [0, 1].map((measure) => sum((row, column) => inRange(row, column) && column % 2 === measure)),
      )
    }),
  )
})

test('whoever reads a row hears of it alone; a taken sheet touches the rows that changed', () => {
  const { sheet, heard } = createRoot(() => {
    const sheet = createSheet()
    const heard: string[] = []
    sheet.take(SHAPE, (row, column) => row * 10 + column)
    for (const row of [1, 2]) createEffect(() => heard.push(`${row}: ${sheet.read(row, 0)}`))
    return { sheet, heard }
  })
  expect(heard).toEqual(['1: 10', '2: 20'])
  sheet.write([{ row: 2, column: 0, value: 7 }])
  sheet.write([{ row: 2, column: 0, value: 7 }])
  expect(heard.slice(2)).toEqual(['2: 7'])
  sheet.take(SHAPE, (row, column) => (row === 1 ? null : row === 2 && column === 0 ? 7 : row * 10 + column))
  expect(heard.slice(3)).toEqual(['1: null'])
})

test('a sheet of another shape begins anew', () => {
  const sheet = createSheet()
  sheet.take(SHAPE, () => 1)
  sheet.take({ ...SHAPE, columns: 2 }, () => 5)
  expect([sheet.peek(4, 1), sheet.peek(5, 0), sheet.total(1)]).toEqual([5, null, 25])
})
