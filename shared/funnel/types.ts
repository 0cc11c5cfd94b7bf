/** A change of state or kind of an order. */
export interface FunnelMove {
  readonly id: string
  readonly kind: string
  readonly state: string
  /** Milliseconds since 1970, UTC. */
  readonly at: number
  readonly completion?: 'success' | 'cancelled' | undefined
  readonly reason?: string | undefined
  /** The id of the move that this one takes back. */
  readonly undoes?: string | undefined
}

/** What the funnel needs to know of an order. */
export interface FunnelOrder {
  readonly id: string
  readonly sort: FunnelSort
  /** The kind at creation. */
  readonly kind: string
  /** Milliseconds since 1970, UTC. */
  readonly date: number
  readonly customer: string | null
  readonly manager: string | null
  readonly department: string | null
  /** Minor units of the company's currency. */
  readonly total: number
  /** In any order. */
  readonly moves: readonly FunnelMove[]
}

export type FunnelSort = 'customer' | 'work'

/** A kind with its states in their order, «Завершен» (`COMPLETED`) the last. */
export interface FunnelKind {
  readonly id: string
  readonly name: string
  readonly sort: FunnelSort
  /** None where its record is missing. */
  readonly states: readonly string[]
  /** Its record is removed, or not here: it is reported only while it has orders (SPEC F32). */
  readonly gone?: 'removed' | 'missing'
}

export type FunnelBy = 'order' | 'customer' | 'manager' | 'department'
export type FunnelMode = 'reached' | 'visited'

/** [from, to) in milliseconds; the infinities are allowed. */
export interface FunnelPeriod {
  readonly from: number
  readonly to: number
  readonly basis: 'order' | 'move'
}

export interface FunnelOptions {
  /** The kinds to report, in the order of their blocks. */
  readonly kinds: readonly FunnelKind[]
  readonly period: FunnelPeriod
  /** The report's moment in milliseconds, or "now", which the reader then gives. */
  readonly moment: number | 'now'
  readonly mode: FunnelMode
  readonly by: FunnelBy
  /** Which orders take part: their ids, or a predicate over the order's index in the columns; none given, all. */
  readonly filter?: ReadonlySet<string> | ((index: number) => boolean) | undefined
  /** The names by which reasons and groups are sorted; without it, their ids. */
  readonly names?: FunnelNames | undefined
}

export interface FunnelNames {
  reason(id: string): string
  group(id: string): string
}

export interface FunnelReport {
  readonly moment: number
  readonly blocks: readonly FunnelBlock[]
}

export interface FunnelBlock {
  /** The kind's id. */
  readonly kind: string
  /** The id of the customer, manager or department; absent by orders; `null` for orders that have none. */
  readonly group?: string | null
  /** The orders that are in some figure of the block; with none the block may stand no longer (`stands`). */
  readonly orders: number
  readonly rows: readonly FunnelRow[]
  readonly orphans: readonly FunnelOrphan[]
  /** The legend: the rows' losses by reason. */
  readonly reasons: readonly FunnelReasonShare[]
}

/** One state. Sums are minor units, shares whole percent, hours have two decimals. */
export interface FunnelRow {
  readonly state: string
  readonly reached: number
  readonly fromFirst: number | null
  readonly fromPrevious: number | null
  readonly hours: number | null
  readonly sum: number
  readonly losses: number
  readonly lossesShare: number | null
  readonly lossesSum: number
  readonly reasons: readonly FunnelReason[]
  readonly staying: number
  readonly stayingSum: number
  /** The orders whose hours are meant. */
  readonly were: number
  readonly reentries: number
  readonly reentered: number
}

export interface FunnelReason {
  readonly reason: string | null
  readonly count: number
  readonly sum: number
}

export interface FunnelReasonShare extends FunnelReason {
  readonly share: number | null
}

/** Orders that stand in, or were cancelled from, a state that their kind does not have. */
export interface FunnelOrphan {
  readonly state: string
  readonly orders: number
  readonly sum: number
  readonly losses: number
  readonly lossesSum: number
}

/** The spread of the hours of one state of a block. */
export interface FunnelSpread {
  readonly kind: string
  readonly group?: string | null
  readonly rows: readonly FunnelSpreadRow[]
}

export interface FunnelSpreadRow {
  readonly state: string
  readonly median: number | null
  readonly p90: number | null
  /** The mean of the company's working hours, where it was asked for (SPEC F34). */
  readonly worked?: number | null
}

/** A clock that goes on while the company works: the difference of two of its readings, whole ms, is the time worked between. */
export type FunnelClock = (instant: number) => number

/** A figure of a report, to ask for the orders behind it. */
export type FunnelFigure = { readonly kind: string; readonly group?: string | null } & (
  | { readonly of: 'block' }
  | { readonly of: 'reached' | 'losses' | 'staying' | 'hours' | 'reentered'; readonly state: string }
  | { readonly of: 'reason'; readonly reason: string | null /** Without it: of the legend. */; readonly state?: string }
  | { readonly of: 'orphan'; readonly state: string }
)
