import { expect, test } from 'vitest'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { cellPath, chosenIn, measuresOf, pathOf, placeOf, placeOfCell, valueAt, writeOf } from './layout.ts'

/** Longer than a segment of a path may be. */
const LONG = `7KQ2-${'x'.repeat(60)}-r2`
const SHEET: PlanSheet = {
  plan: null,
  overlaps: [],
  outside: [],
  astray: [],
  periods: ['2015-02-01', '2015-04-01'].map((id) => ({ id, from: id, until: id })),
  rows: ['r1', LONG].map((id) => ({
    id,
    first: id,
    second: null,
    place: null,
    names: [id, null],
    lost: [false, false],
  })),
  cells: {
    sum: Float64Array.from([1, Number.NaN, 3, 4]),
    quantity: Float64Array.from([10, 20, Number.NaN, 40]),
  },
}

test('columns are periods with their measures; a cell is written, said and found again by what it is', () => {
  const both = measuresOf('both')
  expect([0, 1, 2, 3].map((column) => valueAt(SHEET, 0, column, both))).toEqual([1, 10, null, 20])
  expect(valueAt(SHEET, 1, 1, measuresOf('quantity'))).toBe(40)
  expect(writeOf(SHEET, { row: 1, column: 3, value: 7 }, both)).toEqual({
    row: LONG,
    period: '2015-04-01',
    quantity: 7,
  })
  expect(writeOf(SHEET, { row: 1, column: 1, value: null }, measuresOf('sum'))).toEqual({
    row: LONG,
    period: '2015-04-01',
    sum: null,
  })
  expect(writeOf(SHEET, { row: 2, column: 0, value: 1 }, both)).toBeNull()
  for (const shown of ['both', 'sum', 'quantity'] as const) {
    const measures = measuresOf(shown)
    const place = { row: 1, column: measures.length * 2 - 1 }
    expect(placeOf(SHEET, pathOf(SHEET, place, measures), measures)).toEqual(place)
  }
  expect(placeOf(SHEET, 'r2/2015-04-01/quantity', measuresOf('sum'))).toBeNull()
  expect(placeOf(SHEET, 'gone/2015-04-01/sum', both)).toBeNull()
})

test('a cell is named as its row’s record names it, and found again; what is chosen is told by rows and periods', () => {
  for (const shown of ['both', 'sum', 'quantity'] as const) {
    const measures = measuresOf(shown)
    const place = { row: 1, column: measures.length * 2 - 1 }
    const cell = cellPath(SHEET, place, measures)
    expect(cell?.row).toBe(LONG)
    expect(cell && placeOfCell(SHEET, cell, measures)).toEqual(place)
  }
  const both = measuresOf('both')
  expect(placeOfCell(SHEET, { row: 'gone', path: 'cells/2015-02-01/sum' }, both)).toBeNull()
  expect(placeOfCell(SHEET, { row: 'r1', path: 'cells/2014-01-01/sum' }, both)).toBeNull()
  expect(chosenIn(SHEET, { top: 0, left: 1, bottom: 0, right: 1 }, both)).toBeNull()
  expect(chosenIn(SHEET, { top: 0, left: 1, bottom: 1, right: 1 }, both)).toEqual({
    rows: ['r1', LONG],
    periods: ['2015-02-01'],
    measure: 'quantity',
  })
  expect(chosenIn(SHEET, { top: 1, left: 1, bottom: 1, right: 2 }, both)).toEqual({
    rows: [LONG],
    periods: ['2015-02-01', '2015-04-01'],
    measure: null,
  })
  expect(chosenIn(SHEET, { top: 0, left: 0, bottom: 1, right: 0 }, measuresOf('quantity'))?.measure).toBe('quantity')
})
