import {
  type FunnelBlock,
  type FunnelColumns,
  type FunnelOptions,
  type FunnelRow,
  ordersBehind,
} from '../../../shared/funnel/index.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import type { FunnelFile } from './file.ts'

/** A block as it is printed: names instead of ids, money in major units. */
export interface PrintedBlock {
  readonly kind: string
  readonly group?: string | null
  readonly rows: readonly PrintedRow[]
  /** Only where there are some: orders in states that their kind does not have. */
  readonly orphans?: readonly PrintedOrphan[]
}

/** A row of the report, without what the JSON does not show. */
export type PrintedRow = Omit<FunnelRow, 'were' | 'reentries' | 'reentered'>

interface PrintedOrphan {
  readonly state: string
  /** Their numbers. */
  readonly orders: readonly string[]
  readonly sum: number
  readonly losses: number
  readonly lossesSum: number
}

/** The blocks of a report over the file's orders, to be printed. */
export function printed(
  blocks: readonly FunnelBlock[],
  file: FunnelFile,
  columns: FunnelColumns,
  options: FunnelOptions,
): PrintedBlock[] {
  return blocks.map((block) => {
    const orphans = printedOrphans(block, file, columns, options)
    return {
      kind: file.kinds.find(({ id }) => id === block.kind)?.name ?? block.kind,
      ...('group' in block ? { group: block.group ?? null } : {}),
      rows: block.rows.map((row) => printedRow(row, file.completed.get(block.kind))),
      ...(orphans.length > 0 ? { orphans } : {}),
    }
  })
}

function printedRow({ were: _w, reentries: _r, reentered: _o, ...row }: FunnelRow, completed = ''): PrintedRow {
  return {
    ...row,
    state: row.state === COMPLETED ? completed : row.state,
    sum: major(row.sum),
    lossesSum: major(row.lossesSum),
    stayingSum: major(row.stayingSum),
    reasons: row.reasons.map((reason) => ({ ...reason, sum: major(reason.sum) })),
  }
}

function printedOrphans(
  { kind, group, orphans }: FunnelBlock,
  file: FunnelFile,
  columns: FunnelColumns,
  options: FunnelOptions,
): PrintedOrphan[] {
  const of = { of: 'orphan', kind, ...(group === undefined ? {} : { group }) } as const
  return orphans.map(({ state, sum, losses, lossesSum }) => ({
    state,
    orders: ordersBehind(columns, options, { ...of, state }, file.asOf).map((id) => file.numbers.get(id) ?? id),
    sum: major(sum),
    losses,
    lossesSum: major(lossesSum),
  }))
}

function major(minor: number): number {
  return minor / 100
}
