import { expect, test } from 'vitest'
import { workingTimeOf } from '../../company/workdays/workdays.ts'
import type { FunnelBlock } from '../../funnel/types.ts'
import { lineOf, moveOf, movingOf, shipmentOf } from '../../movements/testing/order.ts'
import type { Order } from '../../orders/collections.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { FactColumns } from '../../reports/facts/columns.ts'
import { dayNumber } from '../../reports/facts/days.ts'
import { factsOfOrder } from '../../reports/facts/of-orders/settle.ts'
import type { Known } from '../../reports/sources/known.ts'
import { dayAt } from '../../time/days.ts'
import type { Plan, PlanRow } from '../collections.ts'
import { periodsOf } from '../periods.ts'
import { Ahead } from './ahead.ts'
import { LEFT } from './left.ts'
import { atPace, paceOn } from './pace.ts'
import { scaleOf } from './scale.ts'
import { weightsOf } from './weights.ts'

const MARCH = { from: '2026-03-01', until: '2026-04-30', periodicity: 'byMonth' } as const
const TIME = workingTimeOf(null)

test('PF5: what was sold by working days goes on over those that are left, and its parts come to the whole', () => {
  const periods = periodsOf(MARCH)
  const pace = paceOn(periods, '2026-03-10', TIME)
  expect(pace).toEqual({ present: 0, passed: 7, left: [15, 22] })
  const [march = 0, april = 0] = atPace([1_000, 0], pace)
  expect(march).toBe(1_000 + Math.round((1_000 * 15) / 7))
  expect((march ?? 0) + (april ?? 0)).toBe(1_000 + Math.round((1_000 * 37) / 7))
})

test('PF5: a plan that has ended stands at its fact, one that has not begun has no pace', () => {
  const periods = periodsOf(MARCH)
  expect(atPace([7, 9], paceOn(periods, '2026-06-01', TIME))).toEqual([7, 9])
  expect(atPace([0, 0], paceOn(periods, '2026-02-01', TIME))).toEqual([null, null])
  expect(atPace([0, 0], paceOn(periods, '2026-03-01', TIME))).toEqual([null, null])
  expect(paceOn(periods, '2026-04-30', TIME)).toEqual({ present: 1, passed: 44, left: [0, 0] })
})

test('PF5: a change of clocks or of the year moves no working day', () => {
  const year = periodsOf({ from: '2025-12-29', until: '2026-01-04', periodicity: 'byYear' })
  const zoned = { ...TIME, zone: 'America/New_York' }
  expect(paceOn(year, '2025-12-30', zoned)).toEqual({ present: 0, passed: 2, left: [1, 2] })
  expect(paceOn(periodsOf(MARCH), '2026-03-29', zoned)).toEqual(paceOn(periodsOf(MARCH), '2026-03-29', TIME))
})

/** Of ten orders four went on to an offer; one in two of these was won. */
const row = (state: string, losses: number, staying: number, hours: number | null) => ({
  state,
  losses,
  staying,
  hours,
})
const BLOCK = {
  kind: 'kitchens',
  rows: [row('new', 3, 1, 24), row('offer', 2, 2, 60), row(COMPLETED, 0, 2, 999)],
} as unknown as FunnelBlock

test('PF6: a state’s share is of the orders that came so far and have ended; they end after the mean time from there', () => {
  const weights = [...weightsOf([BLOCK])].map(([, weight]) => weight)
  expect(weights).toEqual([
    { won: 2, ended: 4, days: 3 },
    { won: 2, ended: 7, days: 4 },
  ])
})

const KNOWN = {
  exchange: () => ({ toCompany: (total: number) => total, rateAt: () => null }),
  dayOf: (at: number) => dayAt(at, 'UTC'),
} as unknown as Known

function orderOf(values: Partial<Order>): Order {
  const empty = {
    date: 0,
    madeAt: 0,
    currency: null,
    customer: null,
    responsible: null,
    department: null,
    shipment: null,
  }
  return { ...empty, ...movingOf({}), ...values } as unknown as Order
}

const PLAN = { id: 'p', ...MARCH, first: 'byProduct', second: null } as unknown as Plan
const ROW = { first: 'table', second: null, firstBy: 'byProduct', secondBy: null, gone: false, cells: [] }
const SCALE = scaleOf([{ plan: PLAN, rows: [ROW as unknown as PlanRow] }])
const ABOUT = { category: () => null, groups: () => [], customer: (id: string) => id }

function aheadOf(order: Partial<Order>, today = '2026-03-10') {
  const columns = new FactColumns(LEFT)
  columns.put('o', factsOfOrder(LEFT, orderOf(order), KNOWN))
  const sheet = new Ahead(columns, SCALE, ABOUT).sheet(weightsOf([BLOCK]), dayNumber(today) ?? 0)
  return { sums: [...sheet.cells.sum], unknown: sheet.unknown }
}

const at = (day: string) => Date.parse(`${day}T12:00Z`)
const standing = (state: string, day: string) => [moveOf({ id: 'first', state, at: at(day), madeAt: at(day) })]
const LINES = [lineOf({ id: 'l1', quantity: 4_000, price: 25_00 })]

test('PF6: what is left counts with its share, on its day of shipment or when its state usually ends, not before today', () => {
  const offer = { lines: LINES, moves: standing('offer', '2026-03-30') }
  expect(aheadOf({ ...offer, shipment: '2026-03-20' }).sums).toEqual([50_00, 0])
  expect(aheadOf(offer).sums).toEqual([0, 50_00])
  expect(aheadOf({ ...offer, shipment: '2025-01-01' }).sums).toEqual([50_00, 0])
  expect(aheadOf({ ...offer, shipment: '2026-07-01' }).sums).toEqual([0, 0])
  const shipped = [shipmentOf({ id: 's', line: 'l1', quantity: 3_000, sum: 75_00 })]
  expect(aheadOf({ ...offer, shipments: shipped }).sums).toEqual([0, 12_50])
})

test('PF6: completed and unposted orders have nothing ahead; where none has ended, it is told', () => {
  expect(aheadOf({ lines: LINES, moves: standing(COMPLETED, '2026-03-05') }).sums).toEqual([0, 0])
  expect(aheadOf({ lines: LINES, posted: false }).sums).toEqual([0, 0])
  expect(aheadOf({ lines: LINES, moves: standing('elsewhere', '2026-03-05') })).toEqual({ sums: [0, 0], unknown: 1 })
})
