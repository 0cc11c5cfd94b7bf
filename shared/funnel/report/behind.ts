import type { FunnelColumns } from '../columns/columns.ts'
import { FIELDS, LOSSES, REENTERED, STAYING, WERE } from '../tally/fields.ts'
import { groupId } from '../tally/plan.ts'
import type { Block, Tally } from '../tally/tally.ts'
import type { FunnelFigure, FunnelOptions } from '../types.ts'
import { forEachAlone } from './alone.ts'
import { field, readCounts } from './rows.ts'

const FIELD_OF = { losses: LOSSES, staying: STAYING, hours: WERE, reentered: REENTERED } as const

/** The ids of exactly the orders behind a figure of the report that these options give (SPEC F30). */
export function ordersBehind(
  columns: FunnelColumns,
  options: FunnelOptions,
  figure: FunnelFigure,
  now: number,
): string[] {
  const ids: string[] = []
  const kinds = options.kinds.filter((kind) => kind.id === figure.kind)
  const group = figure.group ?? null
  forEachAlone(columns, { ...options, kinds }, now, (tally, block, index) => {
    if (groupId(columns, options.by, block.group) !== group || !counts(tally, block, figure)) return
    ids.push(columns.idOf(index) ?? '')
  })
  return ids
}

/** Whether the order that stands alone in the tally is counted by the figure. */
function counts(tally: Tally, block: Block, figure: FunnelFigure): boolean {
  const { columns, plan } = tally
  if (figure.of === 'block') return block.orders > 0
  if (figure.of === 'orphan') return (block.orphans?.get(columns.states.numberOf(figure.state))?.count ?? 0) > 0
  const states = plan.kinds[block.slot]?.states ?? []
  if (figure.of === 'reason') {
    const reason = columns.reasons.numberOrNone(figure.reason)
    return states.some(
      (state, row) => (figure.state ?? state) === state && losesBy(tally, block.base + row * FIELDS, reason),
    )
  }
  const row = states.indexOf(figure.state)
  if (row < 0) return false
  if (figure.of === 'reached') return (readCounts(tally, block)[row]?.count ?? 0) > 0
  return field(tally, block.base + row * FIELDS, FIELD_OF[figure.of]) > 0
}

function losesBy(tally: Tally, row: number, reason: number): boolean {
  return (tally.reasons[row / FIELDS]?.[(reason + 1) * 2] ?? 0) > 0
}
