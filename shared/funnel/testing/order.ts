import { COMPLETED } from '../../orders/moves/completed.ts'
import { FunnelColumns, type FunnelMove, type FunnelOptions, type FunnelOrder, funnelReport } from '../index.ts'
import type { FunnelBlock, FunnelKind } from '../types.ts'

export const HOUR = 3_600_000
export const DAY_ONE = Date.UTC(2016, 8, 1)

export const KITCHENS: FunnelKind = {
  id: 'kitchens',
  name: 'Кухни под заказ',
  sort: 'work',
  states: ['measure', 'design', 'offer', COMPLETED],
}

/** A move to a state so many hours after the first of September; `success` and `cancelled` go to «Завершен». */
export type Step = readonly [to: string, hour: number, more?: Partial<FunnelMove>]

let made = 0

/** An order of the kitchens, dated the first of September, of 100.00 where nothing else is said. */
export function orderOf(steps: readonly Step[], more: Partial<FunnelOrder> = {}): FunnelOrder {
  const id = `order-${made++}`
  const moves = steps.map((step, i) => moveOf(`${id}-${i}`, step))
  const people = { customer: 'Ассоль', manager: 'Абдулов', department: 'Невский' }
  return { id, sort: 'work', kind: KITCHENS.id, date: DAY_ONE, ...people, total: 10_000, moves, ...more }
}

function moveOf(id: string, [to, hour, more]: Step): FunnelMove {
  const completion = to === 'success' || to === 'cancelled' ? to : undefined
  return { id, kind: KITCHENS.id, state: completion ? COMPLETED : to, at: DAY_ONE + hour * HOUR, completion, ...more }
}

/** The kitchens' report of September by order date, as of ten days after its first day. */
export function optionsOf(more: Partial<FunnelOptions> = {}): FunnelOptions {
  const period = { from: DAY_ONE, to: DAY_ONE + 30 * 24 * HOUR, basis: 'order' } as const
  return { kinds: [KITCHENS], period, moment: DAY_ONE + 240 * HOUR, mode: 'reached', by: 'order', ...more }
}

export function columnsOf(orders: readonly FunnelOrder[]): FunnelColumns {
  const columns = new FunnelColumns()
  for (const order of orders) columns.put(order)
  return columns
}

/** The first block of the report over these orders. */
export function blockOf(orders: readonly FunnelOrder[], more: Partial<FunnelOptions> = {}): FunnelBlock {
  const [block] = funnelReport(columnsOf(orders), optionsOf(more), Number.NaN).blocks
  if (!block) throw new Error('the report has no block')
  return block
}

/** One field of the block's rows, in their order. */
export function column<K extends keyof FunnelBlock['rows'][number]>(
  block: FunnelBlock,
  name: K,
): FunnelBlock['rows'][number][K][] {
  return block.rows.map((row) => row[name])
}
