import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FunnelBlock, funnelReport, ordersBehind } from '../../../../shared/funnel/index.ts'
import { someOptions, someOrders } from '../../../../shared/funnel/testing/arbitrary.ts'
import { columnsOf } from '../../../../shared/funnel/testing/order.ts'
import { september } from '../testing/september.ts'
import { COLUMNS, figureOf } from './columns.ts'
import { countOf, type Figure, partsOf } from './figure.ts'

const NOW = Date.UTC(2016, 9, 1)

/** Every figure of a block that can be opened. */
function figuresOf({ kind, group, rows, orphans, reasons }: FunnelBlock): Figure[] {
  const head = { kind, ...(group === undefined ? {} : { group }) }
  const ofs = [...new Set(COLUMNS.map(figureOf))]
  return [
    { ...head, of: 'block' },
    ...rows.flatMap(({ state }) => ofs.map((of): Figure => ({ ...head, of, state }))),
    ...(['losses', 'staying', 'reentered'] as const).map((of): Figure => ({ ...head, of })),
    ...reasons.map(({ reason }): Figure => ({ ...head, of: 'reason', reason })),
    ...orphans.map(({ state }): Figure => ({ ...head, of: 'orphan', state })),
  ]
}

test('F30: every list behind every figure is as long as the figure says', () => {
  fc.assert(
    fc.property(someOrders, someOptions, (orders, options) => {
      const columns = columnsOf(orders)
      for (const block of funnelReport(columns, options, NOW).blocks) {
        for (const part of figuresOf(block).flatMap((figure) => partsOf(figure, block))) {
          expect([part, ordersBehind(columns, options, part.figure, NOW).length]).toEqual([part, part.count])
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('losses and standing of a whole way are divided by state, losses of a state by reason', () => {
  const { columns, options } = september()
  const block = funnelReport(columns, options, NOW).blocks.find(({ kind }) => kind === 'kitchens')
  const whole = partsOf({ of: 'losses', kind: 'kitchens' }, block)
  expect(whole.map(({ of, count }) => [of, count])).toEqual([
    [{ state: 'measure' }, 1],
    [{ state: 'offer' }, 4],
    [{ state: 'production' }, 2],
    [{ state: 'stock' }, 1],
  ])
  expect(countOf({ of: 'losses', kind: 'kitchens' }, block)).toBe(8)
  const offer = partsOf({ of: 'losses', kind: 'kitchens', state: 'offer' }, block)
  expect(offer[0]).toMatchObject({ of: 'all', count: 4 })
  expect(offer.slice(1).reduce((sum, part) => sum + part.count, 0)).toBe(4)
  expect(offer.length).toBe(4)
})

test('one reason alone is no choice', () => {
  const { columns, options } = september()
  const block = funnelReport(columns, options, NOW).blocks.find(({ kind }) => kind === 'kitchens')
  expect(partsOf({ of: 'losses', kind: 'kitchens', state: 'measure' }, block)).toHaveLength(1)
})

test('a block that has gone has no orders', () => {
  expect(countOf({ of: 'reached', kind: 'k', state: 's' }, undefined)).toBe(0)
  expect(partsOf({ of: 'losses', kind: 'k' }, undefined)).toEqual([])
})
