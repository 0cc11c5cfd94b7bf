import { entryId } from '../../importing/planning/ids.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { lineTotal } from '../../orders/totals.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import type { DemoLine, DemoMove, DemoOrder } from '../demo-order.ts'
import { Chance } from '../month/random.ts'
import type { StateId } from '../process.ts'

/** Moscow, where the company's days begin, ms ahead of UTC. */
const AHEAD = 3 * 3_600_000

/** States in which part of the money has come: of a kitchen that is being made, of what the shop has taken up. */
const PREPAID: readonly StateId[] = ['production', 'stock', 'done', 'supply', 'ready']
/** Of those that were finished, so many are paid in part alone: they owe us. */
const OWING = 0.15
const PREPAID_SHARES = [0.3, 0.5, 0.7] as const

/** Shipments and payments of an order, by how far it has come. `invoice`: the one that it is paid by. */
export function factsOf(id: string, order: DemoOrder, invoice: string | null): JsonObject {
  const last = order.moves.at(-1)
  if (!order.posted || !last) return {}
  const chance = chanceOf(id)
  const share = paidShare(last, chance)
  const isOut = order.kind === 'shop' && (last.state === 'courier' || last.completion === 'success')
  return {
    ...(isOut && { shipments: shipmentsOf(id, order, last) }),
    ...(share > 0 && { payments: paymentsOf(id, order, last, share, invoice) }),
  }
}

/** Chances of its own for each order, whatever else happens. */
export function chanceOf(id: string): Chance {
  return new Chance(Number.parseInt(entryId(id, 'facts', 0).slice(2, 10), 16))
}

function paidShare(last: DemoMove, chance: Chance): number {
  const part = chance.pick(PREPAID_SHARES)
  if (last.completion === 'success') return chance.isLikely(OWING) ? part : 1
  if (last.state === 'courier') return chance.isLikely(0.5) ? 1 : 0
  return last.state !== COMPLETED && PREPAID.includes(last.state) ? part : 0
}

function shipmentsOf(id: string, { lines, manager }: DemoOrder, { at }: DemoMove): JsonObject {
  const document = entryId(id, 'shipments', lines.length)
  return Object.fromEntries(
    lines.map(({ product, quantity, ...line }, i) => {
      const sold = {
        line: entryId(id, 'lines', i),
        product,
        quantity,
        sum: sumOf({ product, quantity, ...line }),
        vatSum: 0,
      }
      return [entryId(id, 'shipments', i), { kind: 'shipment', document, ...sold, ...signed(at, manager) }]
    }),
  )
}

function paymentsOf(
  id: string,
  { lines, manager, kind }: DemoOrder,
  { at }: DemoMove,
  share: number,
  invoice: string | null,
): JsonObject {
  const total = lines.reduce((sum, line) => sum + sumOf(line), 0)
  const way = invoice === null ? (kind === 'shop' ? 'online' : 'card') : 'bank'
  // Parts are paid in whole rubles.
  const sum = share === 1 ? total : Math.round((total * share) / 100) * 100
  return {
    [entryId(id, 'payments', 0)]: { kind: 'payment', sum, way, ...(invoice && { invoice }), ...signed(at, manager) },
  }
}

function sumOf({ quantity, price, discount = 0 }: DemoLine): number {
  return lineTotal({ quantity, price, discount })
}

function signed(at: number, author: string): JsonObject {
  return { at, author, date: new Date(at + AHEAD).toISOString().slice(0, 10) }
}
