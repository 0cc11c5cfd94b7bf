import type { CollectionName } from '../../../../shared/collections.ts'
import type { Filter } from '../../../../shared/filters/filter.ts'
import type { FunnelFigure } from '../../../../shared/funnel/index.ts'
import type { SortBy } from '../../../../shared/lists/view.ts'
import type { ReportAsk } from '../../../../shared/reports/ask.ts'
import type { ReportFigure } from '../../../../shared/reports/behind.ts'
import type { FoundBy } from '../finding/query.ts'
import type { FunnelQuery } from '../funnel/query.ts'
import type { Cell, Item } from '../item.ts'

/** A list: which records, in what order, and which part of them stands on the screen. */
export interface ListQuery {
  readonly what: 'list'
  readonly collection: CollectionName
  readonly filter: Filter
  readonly search: string
  readonly sort: readonly SortBy[]
  /** Levels of groups, the outermost first: a field, or `date:month`, `date:day`. */
  readonly group: readonly string[]
  readonly closed?: ClosedGroups
  /** Positions, headers of groups counted; `to` is the first that is not wanted. */
  readonly from: number
  readonly to: number
  /** Only these records. */
  readonly ids?: readonly string[]
  /** Only what the search over everything finds. */
  readonly found?: FoundBy | null
  /** Only the orders behind a figure of a funnel, or the records behind one of a report. */
  readonly behind?: Behind
}

/** A figure that a list tells of. */
export type Behind =
  | { readonly funnel: FunnelQuery; readonly figure: FunnelFigure }
  | { readonly report: ReportAsk; readonly figure: ReportFigure }

/** Groups whose rows do not stand in the list: these, by id, or all but these. */
export interface ClosedGroups {
  readonly all: boolean
  readonly except: readonly string[]
}

/** The ids of a list's records as they stand at this moment; it is answered once. */
export interface IdsQuery {
  readonly what: 'ids'
  readonly list: ListQuery
  /** Two records: those from one to the other, both included, in either direction. Null: all. */
  readonly between: readonly [string, string] | null
}

/** Sums by field, minor units and the like; under the field with `LACKING`, how many records are in none of it. */
export type Totals = { readonly [field: string]: number }

/** Behind a field's name: how many records have no value in what is summed, as those without a rate (company/SPEC S3). */
export const LACKING = ':lacking'

/** The head of a group. */
export interface GroupHead {
  /** `HEAD` and the values of its levels: the same group keeps it while the list changes. */
  readonly id: string
  /** The level's field, with its unit: `date:month`. */
  readonly by: string
  /** The value that its records share; of dates the month `2026-09` or the day. */
  readonly group: Cell
  /** The value's name where it refers to a record. */
  readonly name: string | null
  /** 0 is the outermost. */
  readonly level: number
  readonly count: number
  readonly totals: Totals
  readonly closed: boolean
}

export type ListRow = GroupHead | Item

/** What the ids of heads begin with; no record's id has a colon. */
export const HEAD = 'group:'

export function isHead(row: { readonly id: string }): row is GroupHead {
  return row.id.startsWith(HEAD)
}

export interface ListAnswer {
  readonly what: 'list'
  /** As the list stood on this device last: the live answer is on its way. */
  readonly remembered?: true
  /** Rows in all, headers of groups counted. */
  readonly length: number
  /** Records in all. */
  readonly count: number
  /** Sums over all records. */
  readonly totals: Totals
  readonly from: number
  readonly rows: readonly ListRow[]
  /** The heads of the groups that the first row stands in, the outermost first; they stand before `from`. */
  readonly above: readonly GroupHead[]
}

export interface IdsAnswer {
  readonly what: 'ids'
  readonly ids: readonly string[]
}
