import type { CollectionName } from '../../../shared/collections.ts'
import type { FailureCode } from '../../../shared/errors.ts'
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
import type { OrderItem } from '../../../shared/orders/order-item.ts'
import type { Present } from '../../../shared/presence/presence.ts'
import type { Overwritten } from '../../../shared/records/overwritten.ts'
import type { JsonObject } from '../../../shared/records/value.ts'

/** A value that a list can filter, sort and group by. */
export type Cell = string | number | boolean | null

/** One condition of a list's filter; all of them must hold. */
export type Condition =
  | { readonly field: string; readonly is: 'in'; readonly values: readonly Cell[] }
  | {
      readonly field: string
      readonly is: 'between'
      readonly from: number | string | null
      readonly to: number | string | null
    }

export interface SortBy {
  readonly field: string
  readonly down: boolean
}

/** A list: which records, in what order, and which part of them stands on the screen. */
export interface ListQuery {
  readonly what: 'list'
  readonly collection: CollectionName
  readonly filter: readonly Condition[]
  readonly search: string
  readonly sort: readonly SortBy[]
  readonly group: string | null
  /** Positions, headers of groups counted; `to` is the first that is not wanted. */
  readonly from: number
  readonly to: number
  /** Only the orders behind a figure of a funnel. */
  readonly behind?: { readonly funnel: FunnelQuery; readonly figure: FunnelFigure }
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

/** A part of a cell's cards: positions, of which `to` is the first that is not wanted. */
export interface BoardWindow {
  readonly lane: string | null
  readonly state: string
  readonly from: number
  readonly to: number
}

/** The board of a kind: its orders as cards by state, and by lane where there are lanes. */
export interface BoardQuery {
  readonly what: 'board'
  readonly kind: string
  readonly filter: readonly Condition[]
  readonly search: string
  /** Whether there is a lane for each responsible; else all cards stand in the lane null. */
  readonly lanes: boolean
  /** What stands on the screen. A cell without a window is counted and summed up, but its cards are not given. */
  readonly windows: readonly BoardWindow[]
}

/** All records of a small collection, for choosing among them; removed ones too, marked, so that names are found. */
export interface AllQuery {
  readonly what: 'all'
  readonly collection: CollectionName
}

export interface RecordQuery {
  readonly what: 'record'
  readonly collection: CollectionName
  readonly id: string
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
  | BoardQuery
  | AllQuery
  | RecordQuery
  | DraftsQuery
  | StatusQuery
  | PresenceQuery
  | FunnelQuery

/** A record as lists show it: its fields, the names of what it refers to, and what is derived. */
export type Item = { readonly id: string } & { readonly [field: string]: Cell | readonly string[] }

export type ListRow =
  | { readonly group: Cell; readonly name: string; readonly count: number; readonly sum: number }
  | Item

export interface ListAnswer {
  readonly what: 'list'
  /** Rows in all, headers of groups counted. */
  readonly length: number
  /** Records in all. */
  readonly count: number
  /** The sum of `companyTotal` over all records that have one, minor units. */
  readonly sum: number
  readonly from: number
  readonly rows: readonly ListRow[]
}

export interface RecordAnswer {
  readonly what: 'record'
  readonly row: JsonObject | null
  /** Derived values, as in lists. */
  readonly item: Item | null
  readonly overwritten: readonly Overwritten[]
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
}

/** What a card shows of an order. */
export interface BoardCard
  extends Pick<
    OrderItem,
    | 'id'
    | 'number'
    | 'customerName'
    | 'responsible'
    | 'responsibleName'
    | 'state'
    | 'since'
    | 'currency'
    | 'total'
    | 'completed'
    | 'completion'
    | 'forked'
    | 'edited'
    | 'posted'
  > {
  /** Where it stands among the cards of its state: a fractional index. */
  readonly place: string
  /** The heads of the order's moves: what whoever moves it must have seen. */
  readonly heads: readonly string[]
}

/** The cards of a state in a lane. */
export interface BoardCell {
  readonly lane: string | null
  readonly state: string
  readonly count: number
  /** The sum of `companyTotal`, minor units. */
  readonly sum: number
  /** The position of the first of `cards`. */
  readonly from: number
  readonly cards: readonly BoardCard[]
}

export interface BoardLane {
  readonly id: string | null
  /** Empty for the lane of orders that nobody is responsible for. */
  readonly name: string
}

/** What has changed about a board since its last answer. */
export interface BoardAnswer {
  readonly what: 'board'
  /** Another board was asked for: what was posted before is void. */
  readonly fresh: boolean
  /** All lanes in their order, by name, that of nobody last. */
  readonly lanes: readonly BoardLane[]
  /** States in which orders of the kind stand that the kind has not. */
  readonly strays: readonly string[]
  /** The cells that are not as they were posted. */
  readonly cells: readonly BoardCell[]
}

export interface StatusAnswer {
  readonly what: 'status'
  readonly online: boolean
  /** `memory`: the browser gives no storage, nothing is kept; `full`: writing to it failed. */
  readonly storage: 'kept' | 'memory' | 'full'
  /** Acts that are not on this device's disk yet. */
  readonly saving: number
  readonly waiting: { readonly count: number; readonly since: number | null }
  /** Attached documents that are in step with the server. */
  readonly progress: { readonly synced: number; readonly total: number }
  readonly notAccepted: readonly {
    readonly seq: number
    readonly collection: string
    readonly key: string
    readonly code: FailureCode
  }[]
  /** Why the server does not let this account in; null while it does. */
  readonly denied: FailureCode | null
  readonly replica: string | null
}

export type Answer =
  | ListAnswer
  | BoardAnswer
  | RecordAnswer
  | StatusAnswer
  | FunnelAnswer
  | { readonly what: 'presence'; readonly others: readonly Present[] }
  | { readonly what: 'all'; readonly rows: readonly JsonObject[] }
  | { readonly what: 'drafts'; readonly drafts: readonly { readonly id: string; readonly draft: JsonObject }[] }
