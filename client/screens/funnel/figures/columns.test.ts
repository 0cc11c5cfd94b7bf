import { describe, expect, test } from 'vitest'
import { createFormat } from '../../../ui/words/format.ts'
import { septemberBlocks } from '../testing/september.ts'
import { type CellWords, COLUMNS, type Column, cellText, figureOf, shownColumns, sortValue } from './columns.ts'
import { linesOf, wholeOf } from './line.ts'

const words: CellWords = {
  format: createFormat({ language: () => 'ru', zone: () => 'Europe/Moscow' }),
  currency: 'RUB',
  times: (n) => `${n} раз`,
}

const blocks = septemberBlocks()
const kitchens = blocks.find((block) => block.kind === 'kitchens')
const shop = blocks.find((block) => block.kind !== 'kitchens' && block.orders > 0)

/** The cells of a block as they are read, row by row; spaces plain. */
function read(block: typeof kitchens, columns: readonly Column[]): string[] {
  if (!block) throw new Error('the demo company has not the block')
  return linesOf(block).map((line) =>
    columns
      .map((column) => {
        const text = cellText(line, column, words)
        return text ? [text.main, text.second].filter(Boolean).join(' · ') : ''
      })
      .join(' | ')
      .replace(/[\u00a0\u202f]/g, ' '),
  )
}

describe('September 2016 reads digit for digit as on the slide', () => {
  const first = shownColumns([])

  test('work orders', () => {
    expect(read(kitchens, first)).toEqual([
      '18 · 100 % |  | 8,7 | 719 895,00 | 1 · 6 % | 23 825,00',
      '16 · 89 % | 89 % | 57 | 694 570,00 |  | ',
      '15 · 83 % | 94 % | 60,96 | 683 645,00 | 4 · 22 % | 82 400,00',
      '10 · 56 % | 67 % | 48,14 | 577 420,00 | 2 · 11 % | 47 650,00',
      '6 · 33 % | 60 % | 48 | 469 920,00 | 1 · 6 % | 23 825,00',
      '3 · 17 % | 50 % | 4 | 233 625,00 |  | ',
      '2 · 11 % | 67 % | 92,35 | 123 900,00 |  | ',
    ])
  })

  test('customer orders', () => {
    expect(read(shop, first)).toEqual([
      '24 · 100 % |  | 23,77 | 613 317,00 |  | ',
      '22 · 92 % | 92 % | 140 | 609 141,00 | 5 · 21 % | 87 956,50',
      '15 · 63 % | 68 % | 24 | 519 803,50 | 2 · 8 % | 10 009,00',
      '8 · 33 % | 53 % | 24 | 132 540,00 | 1 · 4 % | 414,00',
      '4 · 17 % | 50 % | 1,67 | 52 041,00 | 1 · 4 % | 2 242,00',
      '2 · 8 % | 50 % | 41,92 | 44 745,00 |  | ',
    ])
  })
})

test('optional columns stand where they belong, whatever the order in which they were switched on', () => {
  expect(shownColumns(['reentries', 'staying', 'median'])).toEqual([
    'reached',
    'conversion',
    'hours',
    'median',
    'sum',
    'losses',
    'lossesSum',
    'staying',
    'reentries',
  ])
})

test('re-entries say the orders, and the times where they are more', () => {
  const [line] = linesOf(kitchens ?? { kind: '', orders: 0, rows: [], orphans: [], reasons: [] })
  if (!line) throw new Error('no line')
  expect(cellText({ ...line, reentered: 2, reentries: 5 }, 'reentries', words)).toEqual({ main: '2', second: '5 раз' })
  expect(cellText({ ...line, reentered: 2, reentries: 2 }, 'reentries', words)).toEqual({ main: '2' })
  expect(sortValue({ ...line, reentered: 2, reentries: 5 }, 'reentries')).toBe(2)
})

test('nothing stands where there is nothing to open, but for the count', () => {
  const none = wholeOf({ kind: 'k', orders: 0, rows: [], orphans: [], reasons: [] })
  const cells = COLUMNS.map((column) => [column, cellText(none, column, words)?.main ?? null])
  expect(cells).toEqual(COLUMNS.map((column) => [column, column === 'reached' ? '0' : null]))
})

test('figures open the orders that they count', () => {
  expect(COLUMNS.map((column) => figureOf(column)).join(' ')).toBe(
    'reached reached hours hours hours hours reached losses losses staying staying reentered',
  )
})
