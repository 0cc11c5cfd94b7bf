import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { FunnelColumns } from '../columns/columns.ts'
import { END, START, someOptions, someOrders } from '../testing/arbitrary.ts'
import { ordersBehind } from './behind.ts'
import { funnelReport } from './report.ts'
import { trendOf } from './trend.ts'

const HOUR = 3_600_000
/** Months of the test: hours on which its orders are dated. */
const MONTHS = [0, 2, 5].map((hour, at, all) => ({ from: START + hour * HOUR, to: START + (all[at + 1] ?? 9) * HOUR }))

test('F36: a month’s conversion is that of the orders behind its report, state by state', () => {
  fc.assert(
    fc.property(someOrders, someOptions, (orders, drawn) => {
      const columns = new FunnelColumns()
      for (const order of orders) columns.put(order)
      const asked = MONTHS.map((month) => ({
        ...drawn,
        by: 'order' as const,
        period: { ...month, basis: drawn.period.basis },
      }))
      for (const kind of drawn.kinds) {
        const count = (month: number, of: 'reached' | 'staying', state = '') =>
          ordersBehind(columns, asked[month] ?? drawn, { of, kind: kind.id, state }, END).length
        const blocks = asked.map((options) =>
          funnelReport(columns, options, END).blocks.find((block) => block.kind === kind.id),
        )
        const rows = trendOf(blocks)
        if (kind.gone === undefined) expect(rows.map(({ state }) => state)).toEqual(kind.states.slice(0, -1))
        for (const [place, { state, points }] of rows.entries()) {
          for (const [month, point] of points.entries()) {
            const reached = count(month, 'reached', state)
            const share = (part: number) => (reached === 0 ? null : Math.floor((part * 100) / reached + 0.5))
            expect(point).toEqual({
              reached,
              next: share(count(month, 'reached', kind.states[place + 1])),
              success: share(count(month, 'staying', COMPLETED)),
            })
          }
        }
      }
    }),
    { seed: 20160901, numRuns: 300 },
  )
})

test('F36: a month that is not here has no orders, and a kind without states no row', () => {
  expect(trendOf([undefined, undefined])).toEqual([])
})
