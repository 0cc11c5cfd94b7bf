import { settledOf } from '../../../movements/settled.ts'
import { paidIn } from '../../../movements/tally.ts'
import { COMPLETED } from '../../../orders/moves/completed.ts'
import { standsUntil } from '../../../orders/moves/entry.ts'
import { standsSince } from '../../../orders/moves/moves.ts'
import { orderTotal } from '../../../orders/totals.ts'
import { DAY_MS } from '../../../time/days.ts'
import { OF_ORDERS } from '../../ask.ts'
import { type FactColumns, NO_DAY } from '../../facts/columns.ts'
import { dayNumber } from '../../facts/days.ts'
import type { OrderRead, RawFact } from '../../facts/of-orders/raw.ts'
import { floats, ints } from '../../facts/reading.ts'
import type { Known } from '../known.ts'
import { OWNERS, ratioOf, summed } from '../measures.ts'
import { ofOrders } from '../of-orders.ts'
import type { Moment, Momentary } from '../source.ts'

/**
 * Orders by their date (SPEC RP12, RP13). `since`: when it came to its state, ms; `agreed`: the day of shipment, days since 1970, NO_DAY for
 * none; `isOpen`, `isUnshipped`: 1 where it is.
 */
export const ORDERS = ofOrders({
  dimensions: ['state', ...OF_ORDERS],
  own: 1,
  sums: ['sum', 'paid', 'owed', 'since', 'agreed', 'isOpen', 'isUnshipped', 'unrated'],
  kept: 7,
  money: ['sum', 'paid', 'owed'],
  rawOf,
  momentary,
  measures: {
    count: OWNERS,
    sum: summed('sum'),
    paid: summed('paid'),
    owed: summed('owed'),
    standing: summed('standing', 'behind'),
    late: summed('late', 'behind'),
    days: {
      needs: ['stood', 'isOpen'],
      figure: ([stood = 0, open = 0]) => ratioOf(stood, open * DAY_MS, 100),
      behind: 'isOpen',
    },
  },
})

function rawOf({ order, standing }: OrderRead): readonly RawFact[] {
  const total = orderTotal(order)
  const { unpaid, shipping } = settledOf(order, total, standing)
  const isOpen = standing.state !== COMPLETED
  const sums = [
    total,
    order.posted ? paidIn(order) : 0,
    unpaid ?? 0,
    standsSince(order.moves, standing.move) ?? order.madeAt,
    dayNumber(order.shipment) ?? NO_DAY,
    Number(isOpen),
    Number(isOpen && shipping !== null && shipping !== 'allShipped'),
  ]
  return [{ day: null, at: order.date ?? order.madeAt, keys: [standing.state], sums }]
}

/** How long it stands, and whether that is too long or a shipment is late, at the moment of the report. */
function momentary(columns: FactColumns, known: Known, { at: now }: Moment): Momentary {
  const today = dayNumber(known.dayOf(now)) ?? 0
  const isTooLong = tooLong(columns, known, now)
  const isOpen = (row: number) => columns.sumsOf('isOpen')[row] === 1
  const agreed = (row: number) => columns.sumsOf('agreed')[row] ?? NO_DAY
  const isLate = (row: number) =>
    columns.sumsOf('isUnshipped')[row] === 1 && agreed(row) !== NO_DAY && agreed(row) < today
  const [inTime, long, none, late] = (['inTime', 'tooLong', 'none', 'late'] as const).map((key) =>
    columns.texts.numberOf(key),
  ) as [number, number, number, number]
  return {
    keys: {
      standing: ints((row) => (isOpen(row) ? (isTooLong(row) ? long : inTime) : -1)),
      shipping: ints((row) => (agreed(row) === NO_DAY ? none : isLate(row) ? late : inTime)),
    },
    sums: {
      standing: floats((row) => Number(isTooLong(row))),
      late: floats((row) => Number(isLate(row))),
      stood: floats((row) => (isOpen(row) ? Math.max(0, now - (columns.sumsOf('since')[row] ?? 0)) : 0)),
    },
  }
}

/** Whether the order of a row stands too long in its state: what the days of each state are is asked once. */
function tooLong(columns: FactColumns, known: Known, now: number): (row: number) => boolean {
  const days = new Map<number, number | null>()
  const daysIn = (state: number) => {
    const asked = days.get(state)
    if (asked !== undefined) return asked
    const text = columns.texts.textOf(state)
    const own = text === null ? null : known.daysIn(text)
    days.set(state, own)
    return own
  }
  return (row) => {
    const until = standsUntil(daysIn(columns.keysOf('state')[row] ?? -1), columns.sumsOf('since')[row] ?? 0)
    return until !== null && until < now
  }
}
