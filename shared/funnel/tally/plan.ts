import { byte, float } from '../columns/cells.ts'
import type { FunnelColumns } from '../columns/columns.ts'
import { FIRST_STATE } from '../columns/place.ts'
import type { FunnelBy, FunnelKind, FunnelOptions } from '../types.ts'
import { FIELDS } from './fields.ts'

/** The options in the columns' numbers, worked out once for a report. */
export interface Plan {
  readonly options: FunnelOptions
  /** Asked kinds by their place among them, which is called their slot. */
  readonly kinds: readonly FunnelKind[]
  /** The slot of a kind's number, -1 for kinds that were not asked for. */
  readonly slots: Int32Array
  /** At slot × width + a move's code: the row that it goes to, within its block; -1 where it cancels or the kind has no such state. */
  readonly rows: Int32Array
  readonly width: number
  readonly byMove: boolean
  readonly visited: boolean
  readonly from: number
  readonly to: number
}

/** Whether the columns got to know kinds or states that the plan has no place for. */
export function isOutgrown(plan: Plan, columns: FunnelColumns): boolean {
  return plan.slots.length < columns.kinds.size || plan.width < columns.states.size * 2
}

/** Reads the options; kinds and states that the columns do not know yet are given their numbers. */
export function planOf(columns: FunnelColumns, options: FunnelOptions): Plan {
  const { kinds, period } = options
  for (const kind of kinds) {
    columns.kinds.numberOf(kind.id)
    for (const state of kind.states) columns.states.numberOf(state)
  }
  const slots = new Int32Array(columns.kinds.size).fill(-1)
  const width = columns.states.size * 2
  const rows = new Int32Array(kinds.length * width).fill(-1)
  for (const [slot, kind] of kinds.entries()) {
    slots[columns.kinds.numberOf(kind.id)] = slot
    if (kind.states.length > 0) rows[slot * width + FIRST_STATE * 2] = 0
    for (const [row, state] of kind.states.entries())
      rows[slot * width + columns.states.numberOf(state) * 2] = row * FIELDS
  }
  return {
    options,
    kinds,
    slots,
    rows,
    width,
    byMove: period.basis === 'move',
    visited: options.mode === 'visited',
    from: period.from,
    to: period.to,
  }
}

/** The column of the groups, undefined by orders. Take it anew for each pass. */
export function groupColumn(columns: FunnelColumns, by: FunnelBy): Int32Array | undefined {
  return by === 'order' ? undefined : columns.orders[by]
}

/** The id of a group's number; null for none. */
export function groupId(columns: FunnelColumns, by: FunnelBy, group: number): string | null {
  return by === 'order' ? null : columns.groups[by].textOf(group)
}

/** Which orders take part (SPEC F22, F24), as 1 at their index. */
export function chooseMembers(columns: FunnelColumns, options: FunnelOptions): Uint8Array<ArrayBuffer> {
  const { live, dates } = columns.orders
  const { from, to } = dateRange(options)
  const passes = filterOf(columns, options)
  const members = new Uint8Array(columns.size)
  for (let index = 0; index < members.length; index++) {
    const date = float(dates, index)
    if (date >= from && date < to && byte(live, index) === 1 && (!passes || passes(index))) members[index] = 1
  }
  return members
}

/** Whether the order at an index takes part now. */
export function chooser(columns: FunnelColumns, options: FunnelOptions): (index: number) => boolean {
  const { from, to } = dateRange(options)
  const passes = filterOf(columns, options)
  return (index) => {
    const date = float(columns.orders.dates, index)
    return date >= from && date < to && columns.isLive(index) && (!passes || passes(index))
  }
}

/** What an order's date must be in: by move date, anything. */
function dateRange({ period }: FunnelOptions): { from: number; to: number } {
  return period.basis === 'order' ? period : { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
}

/** The filter as a predicate over an order's index; undefined where all take part (SPEC F24). */
export function filterOf(columns: FunnelColumns, { filter }: FunnelOptions): ((index: number) => boolean) | undefined {
  return typeof filter === 'object' ? (index) => filter.has(columns.idOf(index) ?? '') : filter
}
