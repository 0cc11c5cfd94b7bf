import { expect, test } from 'vitest'
import type { FunnelBlock } from '../../../../shared/funnel/index.ts'
import { createFormat } from '../../../ui/words/format.ts'
import { septemberBlocks } from '../testing/september.ts'
import type { CellWords } from './columns.ts'
import { digitsOf, roomFor } from './room.ts'

const words: CellWords = {
  format: createFormat({ language: () => 'ru', zone: () => 'Europe/Moscow' }),
  currency: 'RUB',
  times: String,
}

/** September's orders, each sum and count so many times as great. */
function times(factor: number): FunnelBlock[] {
  return septemberBlocks().map((block) => ({
    ...block,
    rows: block.rows.map((row) => ({
      ...row,
      reached: row.reached * factor,
      hours: (row.hours ?? 0) * factor,
      sum: row.sum * factor,
      lossesSum: row.lossesSum * factor,
    })),
  }))
}

test('columns have room for their longest figure, and no less than their head needs', () => {
  const [few, many] = [roomFor(times(1), words), roomFor(times(100_000), words)]
  expect(few).toEqual(roomFor([], words))
  for (const column of ['hours', 'sum', 'lossesSum'] as const) expect(many[column]).toBeGreaterThan(few[column])
  expect(many.sum).toBeGreaterThan('71 989 500 000,00'.length * 8)
  expect(many.conversion).toBe(few.conversion)
})

test('hours have room with their hundredths, though those of the whole way may come to none', () => {
  const [whole] = septemberBlocks()
  const [first, second] = whole?.rows ?? []
  if (!whole || !first || !second) throw new Error('September has no two states')
  const block = (hours: number): FunnelBlock => ({
    ...whole,
    rows: [
      { ...first, hours: 12_090.29 },
      { ...second, hours },
    ],
  })
  expect(roomFor([block(7_909.71)], words).hours).toBe(roomFor([block(7_909.7)], words).hours)
  expect(roomFor([block(7_909.71)], words).hours).toBeGreaterThan('12 090,29'.length * 8)
})

test('counts stand one under another by the digits of the greatest', () => {
  expect([digitsOf([], words), digitsOf(times(1), words), digitsOf(times(1000), words)]).toEqual([1, 2, 6])
})
