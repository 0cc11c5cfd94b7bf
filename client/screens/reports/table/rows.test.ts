import { expect, test } from 'vitest'
import type { ReportRow } from '../../../../shared/reports/answer.ts'
import { idOf, shownRows, sortValue } from './rows.ts'

const row = (keys: readonly (string | null)[], ...figures: (number | null)[]): ReportRow => ({
  keys,
  figures: [figures],
})
const ROWS = [
  row(['a'], 1, 5),
  row(['a', 'x'], 1, 2),
  row(['a', 'y'], 0, 3),
  row(['b'], null, 9),
  row(['b', 'x'], null, 9),
  row(['c'], 7, 7),
]
const names = (by: 'name' | 'sum', down: boolean, column?: string, folded: readonly string[] = []) => {
  const sort = { by, down, ...(column === undefined ? {} : { column }) }
  const value = sortValue(sort, ['sum'], ['2015-01-01'])
  return shownRows(ROWS, value, sort, (one) => folded.includes(idOf(one))).map((one) => one.row.keys.join('/'))
}

test('rows stand by name, or by a figure of a column or the total, inner ones under their outer one', () => {
  expect(names('name', false)).toEqual(['a', 'a/x', 'a/y', 'b', 'b/x', 'c'])
  expect(names('name', true)).toEqual(['c', 'b', 'b/x', 'a', 'a/y', 'a/x'])
  expect(names('sum', true)).toEqual(['b', 'b/x', 'c', 'a', 'a/y', 'a/x'])
  expect(names('sum', false)).toEqual(['a', 'a/x', 'a/y', 'c', 'b', 'b/x'])
})

test('nothing is last in a column, however it is sorted, and nought is not nothing', () => {
  expect(names('sum', true, '2015-01-01')).toEqual(['c', 'a', 'a/x', 'a/y', 'b', 'b/x'])
  expect(names('sum', false, '2015-01-01')).toEqual(['a', 'a/y', 'a/x', 'c', 'b', 'b/x'])
  expect(names('sum', true, 'not there'), 'by the total').toEqual(names('sum', true))
})

test('a folded row says that it folds', () => {
  expect(names('name', false, undefined, ['["a"]'])).toEqual(['a', 'b', 'b/x', 'c'])
  const sort = { by: 'name', down: false } as const
  const shown = shownRows(
    ROWS,
    () => null,
    sort,
    () => true,
  )
  expect(shown.map(({ folds, depth }) => [folds, depth])).toEqual([
    [true, 0],
    [true, 0],
    [false, 0],
  ])
})
