import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completing, lineOf, moveOf, shipmentOf } from '../../../movements/testing/order.ts'
import { DAY_MS } from '../../../time/days.ts'
import type { Measure, ReportAsk } from '../../ask.ts'
import { ownersBehind } from '../../behind.ts'
import { earlierOf } from '../../earlier.ts'
import { FactColumns } from '../../facts/columns.ts'
import { dayNumber, dayText, spanStart } from '../../facts/days.ts'
import { reportOf } from '../../report.ts'
import { KNOWN } from '../../testing/arbitrary.ts'
import { orderOf } from '../../testing/order.ts'
import type { Source } from '../source.ts'
import { ORDERS } from './orders.ts'

const TODAY = '2026-02-10'
const NOW = Date.parse(`${TODAY}T12:00:00Z`)

const anOrder = fc.record({
  day: fc.constantFrom('2025-01-05', '2025-02-07', '2025-12-31', '2026-01-03', '2026-01-31', '2026-02-02'),
  responsible: fc.constantFrom('m1', 'm2', null),
  /** So long ago it came to its state, days. */
  ago: fc.integer({ min: 0, max: 6 }),
  state: fc.constantFrom('new', 'made'),
  isCompleted: fc.boolean(),
  isPosted: fc.boolean(),
  isShipped: fc.boolean(),
  shipment: fc.constantFrom(null, '2026-02-09', TODAY, '2026-02-11'),
})
type Drawn = typeof anOrder extends fc.Arbitrary<infer D> ? D : never

function drawn({ day, responsible, ago, state, isPosted, shipment, ...is }: Drawn, at: number) {
  const since = NOW - ago * DAY_MS
  const first = moveOf({ id: 'first', state, at: since, madeAt: since })
  return orderOf({
    ...{ id: `o${at}`, date: Date.parse(day), responsible, posted: isPosted, shipment },
    lines: [lineOf({ id: 'l1', quantity: 1_000, price: 100 })],
    shipments: is.isShipped ? [shipmentOf({ id: 's1', line: 'l1', quantity: 1_000 })] : [],
    moves: is.isCompleted ? [first, completing('success', since)] : [first],
  })
}

const isOpen = ({ isCompleted }: Drawn) => !isCompleted
/** The state «new» has three days. */
const isTooLong = (order: Drawn) => isOpen(order) && order.state === 'new' && order.ago > 3
const isLate = (order: Drawn) =>
  isOpen(order) && order.isPosted && !order.isShipped && order.shipment !== null && order.shipment < TODAY

/** Who stands behind a measure. */
const BEHIND: { readonly [M in Measure]?: (order: Drawn) => boolean } = {
  ...{ count: () => true, standing: isTooLong, late: isLate, days: isOpen },
}
const MEASURES = Object.keys(BEHIND) as Measure[]

function keyOf(dimension: string, order: Drawn, shift: (day: number) => number): string | null {
  switch (dimension) {
    case 'manager':
      return order.responsible
    case 'standing':
      return isOpen(order) ? (isTooLong(order) ? 'tooLong' : 'inTime') : null
    case 'shipping':
      return order.shipment === null ? 'none' : isLate(order) ? 'late' : 'inTime'
    default:
      return dayText(spanStart(shift(dayNumber(order.day) ?? 0), 'month'))
  }
}

const ask: fc.Arbitrary<ReportAsk> = fc.record({
  source: fc.constant('orders' as const),
  rows: fc.subarray(['manager', 'standing', 'shipping'] as const, { maxLength: 2 }),
  columns: fc.constantFrom(null, 'month' as const),
  measures: fc.constant(MEASURES),
  from: fc.constantFrom(null, '2026-01-01', '2026-01-03'),
  until: fc.constantFrom('2026-02-28', '2026-02-10'),
  compare: fc.constantFrom(null, 'previous' as const, 'lastYear' as const),
  filter: fc.constant([]),
  search: fc.constant(''),
})

test('RP16: RP15: behind what stands, is late and how long, of the period and of the one beside it, stand exactly those orders that it counts', () => {
  fc.assert(
    fc.property(fc.array(anOrder, { maxLength: 8 }), ask, (orders, asked) => {
      const source = ORDERS as Source
      const columns = new FactColumns(source)
      for (const [at, order] of orders.entries()) columns.put(`o${at}`, ORDERS.factsOf(drawn(order, at), KNOWN))
      const ground = { source, columns, known: KNOWN, now: NOW, passes: null }
      const table = reportOf(ground, asked)
      const earlier = earlierOf(asked)
      const own = { from: asked.from ?? '', until: asked.until ?? '~', shift: (day: number) => day }
      for (const { keys, ...row } of [...table.rows, table.total]) {
        for (const [at, column] of [...table.columns, undefined].entries()) {
          for (const [of, measure] of MEASURES.entries()) {
            for (const [isEarlier, span] of [[false, own] as const, [true, earlier] as const]) {
              const figure = { keys, measure, isEarlier, ...(column !== undefined && { column }) }
              const expected = orders.flatMap((order, n) => {
                const isIn = span !== null && order.day >= span.from && order.day <= span.until
                if (!isIn || !BEHIND[measure]?.(order)) return []
                const ofRow = keys.every((key, place) => keyOf(asked.rows[place] ?? '', order, span.shift) === key)
                const ofColumn = column === undefined || keyOf('month', order, span.shift) === column
                return ofRow && ofColumn ? [`o${n}`] : []
              })
              expect([...ownersBehind(ground, asked, figure)].sort()).toEqual(expected)
              const said = (isEarlier ? row.earlier : row.figures)?.[of]?.[at]
              if (span === null) expect(said).toBeUndefined()
              else if (measure === 'days') expect(said === null).toBe(expected.length === 0)
              else expect(said).toBe(expected.length)
            }
          }
        }
      }
    }),
    { numRuns: 200 },
  )
})
