import type { CollectionName, Removable } from '../../../shared/collections.ts'
import type { CommandName } from '../../../shared/commands.ts'
import type { FailureCode } from '../../../shared/errors.ts'
import type { Filter, FilterNode } from '../../../shared/filters/filter.ts'
import type {
  FunnelBlock,
  FunnelBy,
  FunnelFigure,
  FunnelKind,
  FunnelMode,
  FunnelPeriod,
  FunnelSort,
  FunnelSpread,
} from '../../../shared/funnel/index.ts'
import type { SortBy } from '../../../shared/lists/view.ts'
import type { Present } from '../../../shared/presence/presence.ts'
import type { Json, JsonObject } from '../../../shared/records/declarations/value.ts'
import type { Wrote } from '../../../shared/records/reading/history.ts'
import type { Parted } from '../../../shared/records/reading/overwritten.ts'
import type { ClaimsAnswer, ClaimsQuery } from './bank/query.ts'
import type { BoardAnswer, BoardQuery } from './board/query.ts'
import type { CalendarAnswer, CalendarQuery } from './calendar/query.ts'
import type { CustomerAnswer, CustomerQuery, DuplicatesAnswer, DuplicatesQuery } from './customers/query.ts'
import type { DiscussionAnswer, DiscussionQuery } from './discussion/query.ts'
import type { FilesAnswer, FilesQuery } from './files/query.ts'
import type { FindAnswer, FindQuery } from './finding/query.ts'
import type { PricingAnswer, PricingQuery } from './goods/query.ts'
import type { Cell, Item } from './item.ts'
import type { LoadAnswer, LoadQuery, TimersAnswer, TimersQuery } from './jobs/query.ts'
import type { NoticesAnswer, NoticesQuery, UnreadAnswer, UnreadQuery } from './notices/query.ts'
import type { RelatedAnswer, RelatedQuery } from './related/query.ts'
import type { RingsAnswer, RingsQuery } from './rings/query.ts'
import type { TagsAnswer, TagsQuery } from './tags/query.ts'
import type { TimelineAnswer, TimelineQuery } from './timeline/query.ts'
import type { UsesAnswer, UsesQuery } from './uses/query.ts'

/** One condition of a filter, or a group of them; all of a filter's must hold. */
export type Condition = FilterNode

export type { SortBy } from '../../../shared/lists/view.ts'
export type { Cell, Item } from './item.ts'

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
  /** Only the orders behind a figure of a funnel. */
  readonly behind?: { readonly funnel: FunnelQuery; readonly figure: FunnelFigure }
}

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

/** The sales funnel, kept while orders move. */
export interface FunnelQuery {
  readonly what: 'funnel'
  /** Ids of kinds; null takes all, those too that are removed or not here while they have orders. */
  readonly kinds: readonly string[] | null
  readonly sort: FunnelSort | null
  readonly period: FunnelPeriod
  readonly moment: number | 'now'
  readonly mode: FunnelMode
  readonly by: FunnelBy
  readonly filter: readonly Condition[]
  readonly search: string
  /** Whether median and 90th percentile are shown. */
  readonly spread: boolean
}

/** All records of a small collection, for choosing among them; removed ones too, marked, so that names are found. */
export interface AllQuery {
  readonly what: 'all'
  readonly collection: CollectionName
  /** Of a large one a part, by place: `to` is the first that is not wanted. */
  readonly part?: { readonly from: number; readonly to: number }
}

export interface RecordQuery {
  readonly what: 'record'
  readonly collection: CollectionName
  readonly id: string
}

/** What this device knows of a record's history: the last write of each replica to each path, in its document. */
export interface HistoryQuery {
  readonly what: 'history'
  readonly collection: CollectionName
  readonly id: string
}

/** «Корзина»: removed records of every collection, the last removed first. */
export interface TrashQuery {
  readonly what: 'trash'
  /** Of one collection; null: of all. */
  readonly collection: Removable | null
  readonly search: string
  /** Positions; `to` is the first that is not wanted. */
  readonly from: number
  readonly to: number
}

/** Orders of this device that are not recorded yet. */
export interface DraftsQuery {
  readonly what: 'drafts'
}

/** What the user is told about saving, sending and what was not accepted. */
export interface StatusQuery {
  readonly what: 'status'
}

/** Which other devices are online, and where their users look. */
export interface PresenceQuery {
  readonly what: 'presence'
}

export type Query =
  | ListQuery
  | IdsQuery
  | BoardQuery
  | AllQuery
  | RecordQuery
  | CustomerQuery
  | DuplicatesQuery
  | ClaimsQuery
  | PricingQuery
  | TimelineQuery
  | RelatedQuery
  | UsesQuery
  | CalendarQuery
  | TagsQuery
  | FilesQuery
  | RingsQuery
  | TimersQuery
  | LoadQuery
  | DiscussionQuery
  | NoticesQuery
  | UnreadQuery
  | HistoryQuery
  | TrashQuery
  | DraftsQuery
  | StatusQuery
  | PresenceQuery
  | FunnelQuery
  | FindQuery

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

export interface RecordAnswer {
  readonly what: 'record'
  readonly row: JsonObject | null
  /** Derived values, as in lists. */
  readonly item: Item | null
  /** Values that were overwritten by somebody who had not seen them: to be decided. */
  readonly apart: readonly Parted[]
}

/** A write as this device has it. */
export interface KnownWrite extends Wrote {
  /** The server has not said yet that it has it. */
  readonly isUnsent: boolean
}

export interface HistoryAnswer {
  readonly what: 'history'
  /** In no order; none while the record's document is on its way. */
  readonly writes: readonly KnownWrite[]
}

/** A record that was removed. */
export interface Removed {
  /** Its collection and its own id: of another collection's record the id may be the same. */
  readonly id: string
  readonly collection: Removable
  /** As lists show it. */
  readonly item: Item
  readonly at: number
  /** Whoever removed it: the holder of the device, else the device; null where neither is known. */
  readonly by: string | null
  /** Written by a newer program: this one changes nothing of it. */
  readonly newer: boolean
}

export interface TrashAnswer {
  readonly what: 'trash'
  /** Records in all. */
  readonly count: number
  /** How many removed records there are by collection, whatever is searched for. */
  readonly counts: { readonly [C in Removable]?: number }
  readonly from: number
  readonly rows: readonly Removed[]
}

/** A report: whole, or what of it has changed since the last answer (`putTogether`). */
export interface FunnelAnswer {
  readonly what: 'funnel'
  readonly whole: boolean
  /** The kinds that are reported, in the order of their blocks. */
  readonly kinds: readonly FunnelKind[]
  /** All blocks in their order; or those that changed, among them such as stand no longer. */
  readonly blocks: readonly FunnelBlock[]
  /** Of these blocks, where it was asked for. */
  readonly spread: readonly FunnelSpread[]
  /** Names of the groups of these blocks: customers, people or departments by id. */
  readonly names: { readonly [id: string]: string }
  /** How many of the orders that it looks at have no rate on their date: no sum counts them (company/SPEC S3). */
  readonly unrated: number
}

/** An act over many that was cut off, and what became of it. */
export interface CutOff {
  /** Its number among those that were cut off. */
  readonly act: number
  readonly name: CommandName
  /** How many records were put back, and how many somebody has changed since. */
  readonly undone: number
  readonly kept: number
  /** Why it could not be taken back; the next start tries again. Null where it was. */
  readonly failure: FailureCode | null
}

export interface StatusAnswer {
  readonly what: 'status'
  readonly online: boolean
  /**
   * `memory`: the browser gives no storage, nothing is kept; `full`: it did not take all, and has not yet; `wiped`: the
   * site's data were cleared, and not all is here again.
   */
  readonly storage: 'kept' | 'memory' | 'full' | 'wiped'
  /** When this device and the server last had the same, ms since 1970; null: never. */
  readonly inStepAt: number | null
  /** Acts that are not on this device's disk yet. */
  readonly saving: number
  readonly waiting: { readonly count: number; readonly since: number | null }
  /** Documents that there are, of how many the records stand here, and how many are in step with the server. */
  readonly progress: { readonly standing: number; readonly synced: number; readonly total: number }
  readonly notAccepted: readonly {
    readonly seq: number
    readonly collection: string
    readonly key: string
    /** What was written: a field's value, or all of a record's or an entry's. */
    readonly value: Json
    readonly code: FailureCode
  }[]
  /** Why the server does not let this account in; null while it does. */
  readonly denied: FailureCode | null
  /** Documents that the server does not serve, until they are in step again; `waiting`: what of `waiting` is theirs. */
  readonly unserved: readonly { readonly document: string; readonly code: FailureCode; readonly waiting: number }[]
  /** Acts over many that were cut off, and what became of them, until it is read. */
  readonly cutOff: readonly CutOff[]
  readonly replica: string
  /** What to add to this device's clock, ms. */
  readonly offset: number
}

export type Answer =
  | ListAnswer
  | BoardAnswer
  | RecordAnswer
  | CustomerAnswer
  | DuplicatesAnswer
  | ClaimsAnswer
  | PricingAnswer
  | TimelineAnswer
  | RelatedAnswer
  | UsesAnswer
  | CalendarAnswer
  | TagsAnswer
  | FilesAnswer
  | RingsAnswer
  | TimersAnswer
  | LoadAnswer
  | DiscussionAnswer
  | NoticesAnswer
  | UnreadAnswer
  | HistoryAnswer
  | TrashAnswer
  | StatusAnswer
  | FunnelAnswer
  | FindAnswer
  | { readonly what: 'presence'; readonly others: readonly Present[] }
  | { readonly what: 'ids'; readonly ids: readonly string[] }
  | { readonly what: 'all'; readonly rows: readonly JsonObject[]; readonly count: number }
  | { readonly what: 'drafts'; readonly drafts: readonly { readonly id: string; readonly draft: JsonObject }[] }
