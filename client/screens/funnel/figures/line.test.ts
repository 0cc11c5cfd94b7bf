import { expect, test } from 'vitest'
import { keyOf } from '../../../../shared/funnel/index.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import { septemberBlocks } from '../testing/september.ts'
import { linesOf, wholeOf } from './line.ts'

const kitchens = septemberBlocks().find((block) => block.kind === 'kitchens')
if (!kitchens) throw new Error('the demo company has no kitchens')

test('a whole way adds up: all are lost, standing, or at the end', () => {
  const whole = wholeOf(kitchens)
  const end = kitchens.rows.at(-1)
  expect(whole).toMatchObject({ reached: 18, conversion: 11, sum: 71_989_500, losses: 8, lossesShare: 44 })
  expect(whole.reached).toBe(whole.losses + whole.staying + (end?.reached ?? 0))
  expect(whole.sum).toBe(whole.lossesSum + whole.stayingSum + (end?.sum ?? 0))
})

test('the hours of a whole way are those of an order, «Завершен» not among them', () => {
  const spent = kitchens.rows.slice(0, -1).reduce((sum, row) => sum + (row.hours ?? 0) * row.were, 0)
  expect(kitchens.rows.at(-1)?.state).toBe(COMPLETED)
  expect(wholeOf(kitchens).hours).toBeCloseTo(spent / 18, 2)
  expect(wholeOf({ ...kitchens, orders: 0, rows: [] }).hours).toBeNull()
})

test('median and percentile come from the spread, by state', () => {
  const spread = { kind: 'kitchens', rows: [{ state: 'design', median: 48, p90: 96 }] }
  const lines = linesOf(kitchens, spread).map(({ median, p90 }) => [median, p90])
  expect(lines.slice(0, 3)).toEqual([
    [null, null],
    [48, 96],
    [null, null],
  ])
})

test('blocks are named by kind and group, "none" apart from no group', () => {
  const keys = [{ kind: 'k' }, { kind: 'k', group: null }, { kind: 'k', group: 'g' }].map(keyOf)
  expect(keys).toEqual(['k', 'k.', 'k.g'])
})
