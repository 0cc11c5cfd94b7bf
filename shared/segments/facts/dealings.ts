import { standing } from '../../movements/facts.ts'
import { signedSum } from '../../movements/tally.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import type { Standing } from '../../orders/moves/moves.ts'
import { sumOf } from '../../orders/sums/exact.ts'
import { orderTotal } from '../../orders/totals.ts'
import { type OrderRead, type RawFact, type RawLayout, whenOf } from '../../reports/facts/of-orders/raw.ts'

/** What a fact of dealings is: the order as it stands, or a payment. */
export const DEALINGS_OF = ['open', 'won', 'lost', 'payment'] as const
export type Dealing = (typeof DEALINGS_OF)[number]

/**
 * What orders come to for whoever they are with (SPEC SG4): the order itself on its day, with its total and what is owed of it (above
 * nothing to us, below by us), and its payments on theirs. Kept beside documents, as facts of reports are.
 */
export const DEALINGS: RawLayout = {
  dimensions: ['what', 'customer'],
  own: 1,
  sums: ['amount', 'owed'],
  kept: 2,
  money: ['amount', 'owed'],
  rawOf,
}

function rawOf({ order, standing: stand, sales }: OrderRead): readonly RawFact[] {
  const payments = order.posted ? standing(order.payments).filter(({ kind }) => kind !== null) : []
  const owed = order.posted ? sumOf([...sales.map(({ sum }) => sum), ...payments.map((one) => -signedSum(one))]) : 0
  const own = { day: null, at: order.date ?? order.madeAt, keys: [dealingOf(stand)], sums: [orderTotal(order), owed] }
  return [
    own,
    ...payments.map((payment) => ({
      ...whenOf({ day: payment.date, at: payment.at ?? payment.madeAt }),
      keys: ['payment'],
      sums: [signedSum(payment), 0],
    })),
  ]
}

function dealingOf({ state, move }: Standing): Dealing {
  if (state !== COMPLETED) return 'open'
  return move?.completion === 'cancelled' ? 'lost' : 'won'
}
