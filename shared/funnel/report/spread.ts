import type { FunnelColumns } from '../columns/columns.ts'
import { FIELDS, WERE } from '../tally/fields.ts'
import { groupId } from '../tally/plan.ts'
import { type Block, orPut } from '../tally/tally.ts'
import type { FunnelBlock, FunnelOptions, FunnelSpread } from '../types.ts'
import { forEachAlone } from './alone.ts'
import { narrowed } from './narrowed.ts'
import { meanHours } from './rounding.ts'
import { field, timeAt } from './rows.ts'

/**
 * Median and 90th percentile of the hours of every row with orders (SPEC F20), by a pass of their own; blocks in no order.
 * `of`: of these blocks of the report alone.
 */
export function funnelSpread(
  columns: FunnelColumns,
  whole: FunnelOptions,
  now: number,
  of?: readonly FunnelBlock[],
): FunnelSpread[] {
  const options = of ? narrowed(columns, whole, of) : whole
  const stays = new Map<Block, number[][]>()
  forEachAlone(columns, options, now, (tally, block) => {
    const rows = orPut(stays, block, () => Array.from({ length: block.size }, (): number[] => []))
    for (const [i, times] of rows.entries()) {
      const row = block.base + i * FIELDS
      if (field(tally, row, WERE) > 0) times.push(Number(timeAt(tally, row)))
    }
  })
  return [...stays].map(([block, rows]) => spreadOf(columns, options, block, rows))
}

function spreadOf(columns: FunnelColumns, options: FunnelOptions, block: Block, rows: number[][]): FunnelSpread {
  const kind = options.kinds[block.slot]
  const head = options.by === 'order' ? {} : { group: groupId(columns, options.by, block.group) }
  return {
    kind: kind?.id ?? '',
    ...head,
    rows: rows.map((times, i) => {
      const sorted = Float64Array.from(times).sort()
      return { state: kind?.states[i] ?? '', median: medianOf(sorted), p90: ninetieth(sorted) }
    }),
  }
}

function medianOf(sorted: Float64Array): number | null {
  const middle = (sorted.length - 1) / 2
  const low = sorted[Math.floor(middle)]
  const high = sorted[Math.ceil(middle)]
  return low === undefined || high === undefined ? null : meanHours(low + high, 2)
}

function ninetieth(sorted: Float64Array): number | null {
  const time = sorted[Math.ceil((sorted.length * 9) / 10) - 1]
  return time === undefined ? null : meanHours(time, 1)
}
