import { undoPairs } from '../../../funnel/columns/history.ts'
import type { Move, Order } from '../../../orders/collections.ts'
import { COMPLETED } from '../../../orders/moves/completed.ts'
import { inOrder, momentsOf } from '../../../orders/moves/moves.ts'
import { orderTotal } from '../../../orders/totals.ts'
import { OF_ORDERS } from '../../ask.ts'
import type { FactColumns } from '../../facts/columns.ts'
import type { OrderRead, RawFact } from '../../facts/of-orders/raw.ts'
import { ints } from '../../facts/reading.ts'
import type { Known } from '../known.ts'
import { OWNERS, ratioOf, summed } from '../measures.ts'
import { ofOrders } from '../of-orders.ts'
import type { Momentary } from '../source.ts'

/** Orders that are lost, by the day of cancelling (SPEC RP14). */
export const LOSSES = ofOrders({
  dimensions: ['reason', 'state', 'kind', ...OF_ORDERS.filter((name) => name !== 'kind')],
  own: 3,
  sums: ['sum', 'unrated'],
  kept: 1,
  money: ['sum'],
  rawOf,
  momentary,
  measures: {
    count: OWNERS,
    sum: summed('sum'),
    share: {
      needs: [{ count: 'owners' }],
      figure: ([own = 0], [all = 0]) => ratioOf(own, all, 10_000),
      isOfWhole: true,
    },
  },
})

function rawOf({ order }: OrderRead): readonly RawFact[] {
  const loss = lossOf(order)
  if (!loss) return []
  const { last, from, at } = loss
  return [{ day: null, at, keys: [last.reason, from, last.kind], sums: [orderTotal(order)] }]
}

/** What was cancelled before it stood in any state was cancelled from the first one of its kind. */
function momentary(columns: FactColumns, known: Known): Momentary {
  const { texts } = columns
  const firsts = new Map<number, number>()
  const firstOf = (kind: number) => {
    const text = texts.textOf(kind)
    const first = firsts.get(kind) ?? texts.numberOrNone(text === null ? null : known.firstState(text))
    firsts.set(kind, first)
    return first
  }
  const state = ints((row) => {
    const stored = columns.keysOf('state')[row] ?? -1
    return stored >= 0 ? stored : firstOf(columns.keysOf('kind')[row] ?? -1)
  })
  return { keys: { state } }
}

/** The cancelling that an order is lost by, when it was, and the state that it was cancelled from, as the funnel counts (funnel/SPEC F4, F9, F10). */
function lossOf({ moves }: Order): { readonly last: Move; readonly at: number; readonly from: string | null } | null {
  const moments = momentsOf(moves)
  const momentOf = ({ id }: Move) => moments.get(id) ?? 0
  const sorted = inOrder(moves)
  const pairs = undoPairs(sorted.map((move) => ({ id: move.id, at: momentOf(move), undoes: move.undoes ?? undefined })))
  const counted = sorted.filter((_, at) => !pairs?.[at])
  const last = counted.at(-1)
  if (last?.completion !== 'cancelled') return null
  const from = counted.findLast(({ state }) => state !== COMPLETED)?.state ?? null
  return { last, at: momentOf(last), from }
}
