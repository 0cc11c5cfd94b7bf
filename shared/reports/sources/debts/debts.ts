import { float, int } from '../../../funnel/columns/cells.ts'
import { standing } from '../../../movements/facts.ts'
import { movementsOf } from '../../../movements/movements.ts'
import { signedSum } from '../../../movements/tally.ts'
import { type Order, orders } from '../../../orders/collections.ts'
import { standingOf } from '../../../orders/moves/moves.ts'
import { OF_ORDERS } from '../../ask.ts'
import type { Fact, FactColumns } from '../../facts/columns.ts'
import type { Known } from '../known.ts'
import { OWNERS, summed } from '../measures.ts'
import { dayOf, keysOf, ratedOf } from '../of-orders.ts'
import type { Moment, Momentary, Source } from '../source.ts'
import { leftIn } from './left-of.ts'

/** How long ago a debt arose: the first day of each age, until the next one; the last has no end. */
const AGES = [0, 30, 60, 90] as const
/** What a customer owes is overdue behind so many days. */
const TERM = 30

/**
 * What raised the debts of orders, above nothing, and what lowered them, in the order of their days (SPEC RP41). `amount` is
 * of the order's currency, and is turned into the company's at the order's date, `dated`, once it is known what is left of it.
 */
export const DEBTS: Source<typeof orders> = {
  of: orders,
  dimensions: ['age', 'currency', ...OF_ORDERS],
  sums: ['theyOwe', 'weOwe', 'overdue', 'amount', 'dated', 'unrated'],
  factsOf,
  momentary,
  isUnbounded: true,
  measures: {
    theyOwe: summed('theyOwe', 'behind'),
    weOwe: summed('weOwe', 'behind'),
    overdue: summed('overdue', 'behind'),
    orders: OWNERS,
  },
}

function factsOf(order: Order, known: Known): readonly Fact[] {
  if (!order.posted) return []
  const keys = [null, order.currency, ...keysOf(order, standingOf(order))]
  const { unrated } = ratedOf(order, known)
  const dated = order.date ?? order.madeAt
  const changes = [
    ...movementsOf(order).sales.map((sale) => ({ day: dayOf(sale, known), amount: sale.sum })),
    ...standing(order.payments).map((payment) => ({
      day: dayOf({ day: payment.date, at: payment.at ?? payment.madeAt }, known),
      amount: 0 - signedSum(payment),
    })),
  ]
  return changes
    .filter(({ amount }) => amount !== 0)
    .toSorted((one, other) => (one.day ?? 0) - (other.day ?? 0))
    .map(({ day, amount }) => ({ day, keys, sums: [0, 0, 0, amount, dated, unrated] }))
}

/** What of the changes is left at the end of a day, which is what is owed (SPEC RP42, RP43). */
function momentary(columns: FactColumns, known: Known, { day: until }: Moment): Momentary {
  const { toCompany } = known.exchange()
  const [amount, dated] = [sumsOf(columns, 'amount'), sumsOf(columns, 'dated')]
  const currency = columns.layout.dimensions.indexOf('currency')
  const left = leftIn(columns, () => columns.sums[amount] as Float64Array, until)
  const owed = (row: number, sign: 1 | -1) => {
    const sum = Math.max(0, sign * left(row))
    const code = columns.texts.textOf(int(columns.keys[currency] as Int32Array, row))
    return sum === 0 ? 0 : (toCompany(sum, code, float(columns.sums[dated] as Float64Array, row)) ?? 0)
  }
  const days = (row: number) => until - int(columns.days, row)
  const ages = AGES.map((age) => [age, columns.texts.numberOf(String(age))] as const).reverse()
  return {
    keys: { age: (row) => ages.find(([least]) => days(row) >= least)?.[1] ?? -1 },
    sums: {
      theyOwe: (row) => owed(row, 1),
      weOwe: (row) => owed(row, -1),
      overdue: (row) => (days(row) > TERM ? owed(row, 1) : 0),
    },
    counts: (row) => left(row) !== 0,
  }
}

function sumsOf({ layout }: FactColumns, name: string): number {
  return layout.sums.indexOf(name)
}
