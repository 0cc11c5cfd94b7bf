import { float, int, roomFor } from '../../../funnel/columns/cells.ts'
import { standing } from '../../../movements/facts.ts'
import { signedSum } from '../../../movements/tally.ts'
import { OF_ORDERS } from '../../ask.ts'
import type { FactColumns } from '../../facts/columns.ts'
import { type OrderRead, type RawFact, whenOf } from '../../facts/of-orders/raw.ts'
import { ints } from '../../facts/reading.ts'
import type { Known } from '../known.ts'
import { OWNERS, summed } from '../measures.ts'
import { ofOrders } from '../of-orders.ts'
import type { Moment, Momentary, ReadFloats, ReadInts } from '../source.ts'
import { lastDayOf } from './last-days.ts'
import { leftIn } from './left-of.ts'

/** How long ago a debt arose: the first day of each age, until the next one; the last has no end. */
const AGES = [0, 30, 60, 90] as const

/**
 * What raised the debts of orders, above nothing, and what lowered them, in the order of their days (SPEC RP41). `amount` is
 * of the order's currency, and is turned into the company's at the order's date, `dated`, once it is known what is left of it.
 */
export const DEBTS = ofOrders({
  dimensions: ['age', 'currency', ...OF_ORDERS],
  own: 1,
  sums: ['amount', 'dated', 'unrated', 'theyOwe', 'weOwe', 'overdue'],
  kept: 1,
  money: [],
  isByDay: true,
  rawOf,
  momentary,
  isUnbounded: true,
  isSettled: (facts) => facts.reduce((left, { sums: [amount = 0] }) => left + amount, 0) === 0,
  measures: {
    theyOwe: summed('theyOwe', 'behind'),
    weOwe: summed('weOwe', 'behind'),
    overdue: summed('overdue', 'behind'),
    orders: OWNERS,
  },
})

function rawOf({ order, sales }: OrderRead): readonly RawFact[] {
  if (!order.posted) return []
  const changes = [
    ...sales.map((sale) => ({ ...whenOf(sale), amount: sale.sum })),
    ...standing(order.payments).map((payment) => ({
      ...whenOf({ day: payment.date, at: payment.at ?? payment.madeAt }),
      amount: 0 - signedSum(payment),
    })),
  ]
  return changes.flatMap(({ day, at, amount }) => (amount === 0 ? [] : [{ day, at, keys: [null], sums: [amount] }]))
}

/** What of the changes is left at the end of a day, which is what is owed (SPEC RP42, RP43). */
function momentary(columns: FactColumns, known: Known, { day: until }: Moment): Momentary {
  const left = leftIn(columns, () => columns.sumsOf('amount'), until)
  const owed = (sign: 1 | -1, counts?: Owed['counts']) => owedIn(columns, known, left, { sign, counts })
  return {
    keys: { age: ages(columns, until) },
    sums: { theyOwe: owed(1), weOwe: owed(-1), overdue: owed(1, overdueOn(columns, known, until)) },
    counts: (start, taken) => {
      const lefts = left(start, taken.length)
      for (let at = 0; at < taken.length; at++) if (float(lefts, at) === 0) taken[at] = 0
    },
  }
}

interface Owed {
  /** Whose debt it is. */
  readonly sign: 1 | -1
  /** Whether what is left of a row's change counts; without it, all does. */
  readonly counts?: ((row: number) => boolean) | undefined
}

/** Whether what a row's change raised was to be paid before a day. */
function overdueOn(columns: FactColumns, { lastDays }: Known, day: number): (row: number) => boolean {
  return (row) => {
    const order = columns.texts.textOf(int(columns.owners, row)) ?? ''
    return lastDayOf(int(columns.days, row), lastDays(order)) < day
  }
}

/** What is left of the changes of a sign, in the company's currency at the date of the order. */
function owedIn(columns: FactColumns, known: Known, left: ReadFloats, { sign, counts }: Owed): ReadFloats {
  const { toCompany } = known.exchange()
  let room = new Float64Array(0)
  return (start, count) => {
    const [lefts, { texts }] = [left(start, count), columns]
    const [currencies, dated] = [columns.keysOf('currency'), columns.sumsOf('dated')]
    room = roomFor(room, count)
    for (let at = 0; at < count; at++) {
      const sum = sign * float(lefts, at)
      const row = start + at
      const isOwed = sum > 0 && (!counts || counts(row))
      room[at] = isOwed ? (toCompany(sum, texts.textOf(int(currencies, row)), float(dated, row)) ?? 0) : 0
    }
    return room
  }
}

/** How old debts are on a day. */
function ages(columns: FactColumns, until: number): ReadInts {
  const keys = AGES.map((age) => [age, columns.texts.numberOf(String(age))] as const).reverse()
  return ints((row) => {
    const days = until - int(columns.days, row)
    return keys.find(([least]) => days >= least)?.[1] ?? -1
  })
}
