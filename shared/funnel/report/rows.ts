import { float } from '../columns/cells.ts'
import {
  CARRIED,
  COUNT,
  FIELDS,
  LOSSES,
  LOSSES_SUM,
  REENTERED,
  REENTRIES,
  RUNNING,
  STAYING,
  STAYING_SUM,
  TIME,
  WERE,
} from '../tally/fields.ts'
import { groupId } from '../tally/plan.ts'
import type { Block, Cell, Tally } from '../tally/tally.ts'
import type { FunnelBlock, FunnelKind, FunnelOrphan, FunnelReason, FunnelReasonShare, FunnelRow } from '../types.ts'
import { byCountThenName } from './names.ts'
import { meanHours, percent, timeOfStays } from './rounding.ts'

/** One field of a row, which is named by where it begins in the sums. */
export function field(tally: Tally, row: number, which: number): number {
  return float(tally.sums, row + which)
}

/** The block's figures at the tally's moment. */
export function readBlock(tally: Tally, block: Block): FunnelBlock {
  const { kinds, options } = tally.plan
  const kind = kinds[block.slot] as FunnelKind
  const rows = readRows(tally, block, kind)
  const head = options.by === 'order' ? {} : { group: groupId(tally.columns, options.by, block.group) }
  return {
    kind: kind.id,
    ...head,
    orders: block.orders,
    rows,
    orphans: readOrphans(tally, block),
    reasons: legend(tally, rows),
  }
}

function readRows(tally: Tally, block: Block, kind: FunnelKind): FunnelRow[] {
  const counts = readCounts(tally, block)
  const first = counts[0]?.count ?? 0
  return kind.states.map((state, i) => {
    const row = block.base + i * FIELDS
    const { count, sum } = counts[i] ?? { count: 0, sum: 0 }
    const above = counts[i - 1]
    const losses = field(tally, row, LOSSES)
    return {
      state,
      reached: count,
      fromFirst: percent(count, first),
      fromPrevious: above ? percent(count, above.count) : null,
      hours: hoursOf(tally, row),
      sum,
      losses,
      lossesShare: losses === 0 ? null : percent(losses, first),
      lossesSum: field(tally, row, LOSSES_SUM),
      reasons: readReasons(tally, row),
      staying: field(tally, row, STAYING),
      stayingSum: field(tally, row, STAYING_SUM),
      were: field(tally, row, WERE),
      reentries: field(tally, row, REENTRIES),
      reentered: field(tally, row, REENTERED),
    }
  })
}

/** Count and sum of each row, by the mode and the period's basis (SPEC F13, F14, F23). */
export function readCounts(tally: Tally, block: Block): Cell[] {
  const { byMove, visited } = tally.plan
  if (visited || byMove) return cellsAt(tally, block, visited ? WERE : COUNT)
  const cells: Cell[] = []
  let count = 0
  let sum = 0
  for (let row = block.base + (block.size - 1) * FIELDS; row >= block.base; row -= FIELDS) {
    count += field(tally, row, STAYING) + field(tally, row, LOSSES)
    sum += field(tally, row, STAYING_SUM) + field(tally, row, LOSSES_SUM)
    cells.push({ count, sum })
  }
  return cells.reverse()
}

function cellsAt(tally: Tally, block: Block, which: number): Cell[] {
  return Array.from({ length: block.size }, (_, i) => ({
    count: field(tally, block.base + i * FIELDS, which),
    sum: field(tally, block.base + i * FIELDS, which + 1),
  }))
}

/** The mean hours of a row's orders, by the time that the tally measures (SPEC F18, F34). */
export function hoursOf(tally: Tally, row: number): number | null {
  return meanHours(timeAt(tally, row), field(tally, row, WERE))
}

/** The milliseconds of all stays in a row, up to the moment. */
export function timeAt(tally: Tally, row: number): number | bigint {
  return timeOfStays(field(tally, row, TIME), field(tally, row, CARRIED), field(tally, row, RUNNING), tally.end)
}

function readReasons(tally: Tally, row: number): FunnelReason[] {
  const cells = tally.reasons[row / FIELDS]
  const reasons: FunnelReason[] = []
  for (let cell = 0; cells && cell < cells.length; cell += 2) {
    if (float(cells, cell) === 0) continue
    reasons.push({
      reason: tally.columns.reasons.textOf(cell / 2 - 1),
      count: float(cells, cell),
      sum: float(cells, cell + 1),
    })
  }
  return sorted(tally, reasons)
}

function sorted<T extends FunnelReason>(tally: Tally, reasons: T[]): T[] {
  return reasons.sort(byCountThenName(tally.plan.options.names))
}

function legend(tally: Tally, rows: readonly FunnelRow[]): FunnelReasonShare[] {
  const whole = rows.reduce((sum, row) => sum + row.losses, 0)
  const cells = new Map<string | null, Cell>()
  for (const { reason, count, sum } of rows.flatMap((row) => row.reasons)) {
    const cell = cells.get(reason) ?? { count: 0, sum: 0 }
    cells.set(reason, { count: cell.count + count, sum: cell.sum + sum })
  }
  const reasons = [...cells].map(([reason, cell]) => ({ reason, ...cell, share: percent(cell.count, whole) }))
  return sorted(tally, reasons)
}

function readOrphans(tally: Tally, block: Block): FunnelOrphan[] {
  const orphans: FunnelOrphan[] = []
  for (const [number, { count, ...rest }] of block.orphans ?? []) {
    if (count !== 0) orphans.push({ state: tally.columns.states.textOf(number) ?? '', orders: count, ...rest })
  }
  return orphans.sort((a, b) => (a.state < b.state ? -1 : 1))
}
