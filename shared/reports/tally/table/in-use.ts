import { int } from '../../../funnel/columns/cells.ts'
import type { ReportAsk } from '../../ask.ts'
import { ALL_GROUPS, FIRST_GROUP } from '../axes/groups.ts'
import { columnKeys, type KeyOrder } from '../axes/order.ts'
import type { Pairs } from '../pairs.ts'
import type { Tally } from '../tally.ts'
import type { Places } from './figures.ts'

/** The keys of the columns in order, by those that have facts in any of some tallies. */
export function columnsInUse(
  ask: ReportAsk,
  tallies: readonly Tally[],
  order: KeyOrder | undefined,
): readonly (string | null)[] {
  const keys = tallies[0]?.plan.column?.keys ?? []
  const isIn = new Uint8Array(keys.length + FIRST_GROUP)
  for (const { cells } of tallies) {
    for (let cell = 0; cell < cells.size; cell++) if (cells.isInUse(cell)) isIn[cells.columnOf(cell)] = 1
  }
  const groups = Array.from(isIn.keys()).filter((group) => group >= FIRST_GROUP && isIn[group] === 1)
  if (order) groups.sort((a, b) => order.rankOf(a) - order.rankOf(b))
  return columnKeys(
    ask,
    groups.map((group) => keys[group - FIRST_GROUP] ?? null),
  )
}

/** Where the groups of the columns stand among these keys. */
export function placesOf({ plan }: Tally, columns: readonly (string | null)[]): Places {
  const at = new Map(columns.map((key, place) => [key, place]))
  const groups = plan.column?.keys.map((key) => at.get(key) ?? -1) ?? []
  return { width: columns.length + 1, of: Int32Array.from([-1, columns.length, ...groups]) }
}

/** 1 for each row that has facts in a column that stands, and for those over it. */
export function rowsInUse(tallies: readonly Tally[], rows: Pairs, { of }: Places): Uint8Array<ArrayBuffer> {
  const isIn = noRows(rows)
  for (const { cells } of tallies) {
    for (let cell = 0; cell < cells.size; cell++) {
      if (cells.isInUse(cell) && int(of, cells.columnOf(cell)) >= 0) isIn[cells.rowOf(cell)] = 1
    }
  }
  return withOuter(isIn, rows)
}

/** A mask of rows in which the total alone stands; the rows over each are among them. */
export function noRows(rows: Pairs): Uint8Array<ArrayBuffer> {
  const all = rows.numberOf(ALL_GROUPS, ALL_GROUPS)
  for (let row = 1; row < rows.size; row++) rows.numberOf(int(rows.firsts, row), ALL_GROUPS)
  const none = new Uint8Array(rows.size)
  none[all] = 1
  return none
}

/** Marks the rows over those that are. */
export function withOuter(isIn: Uint8Array<ArrayBuffer>, rows: Pairs): Uint8Array<ArrayBuffer> {
  for (let row = 0; row < isIn.length; row++) {
    if (isIn[row] === 1) isIn[rows.numberOf(int(rows.firsts, row), ALL_GROUPS)] = 1
  }
  return isIn
}

/** The rows of a mask but the total, in the order of their keys, inner ones behind their outer one (SPEC RP6). */
export function inOrder(
  isIn: Uint8Array,
  rows: Pairs,
  outer: KeyOrder | undefined,
  inner: KeyOrder | undefined,
): number[] {
  const width = inner?.size ?? FIRST_GROUP
  const ranks: number[] = []
  for (let row = 0; row < isIn.length; row++) {
    const [group, within] = [int(rows.firsts, row), int(rows.seconds, row)]
    if (isIn[row] === 1 && group !== ALL_GROUPS) ranks.push(rankIn(outer, group) * width + rankIn(inner, within))
  }
  return Array.from(Float64Array.from(ranks).sort(), (rank) => {
    const [group, within] = [Math.floor(rank / width), rank % width]
    return rows.numberOf(outer?.groupAt(group) ?? group, inner?.groupAt(within) ?? within)
  })
}

/** Without an order there is no group but that of all. */
function rankIn(order: KeyOrder | undefined, group: number): number {
  return order?.rankOf(group) ?? group
}
