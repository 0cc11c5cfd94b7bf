import type { FilterNode } from '../filters/filter.ts'

/** What reports are about. Sales are those of shared/movements (M8), by the day of shipment or of success. */
export const REPORT_SOURCES = ['sales', 'orders', 'debts', 'losses', 'events', 'calls'] as const
export type ReportSource = (typeof REPORT_SOURCES)[number]

/** The collection whose records stand behind a source's figures. */
export function ownersOf(source: ReportSource): 'events' | 'calls' | 'orders' {
  return source === 'events' || source === 'calls' ? source : 'orders'
}

/** Spans of time, as a dimension. */
export const STEPS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Step = (typeof STEPS)[number]

/** Dimensions that facts of an order have besides the order, their owner; a key is the id of what it names, or the value itself. */
export const OF_ORDERS = [
  'customer',
  'manager',
  'department',
  'organisation',
  'project',
  'source',
  'sort',
  'kind',
] as const

/** By what each source can be told apart, beside spans of time. `segment`: those that the customer is in, which may be several at once. */
export const DIMENSIONS = {
  sales: ['product', 'category', 'productGroup', ...OF_ORDERS, 'segment', 'order'],
  /** `standing`: `inTime`, `tooLong` (the state's days); `shipping`: `none`, `inTime`, `late`. */
  orders: ['state', 'standing', 'shipping', ...OF_ORDERS, 'segment', 'order'],
  /** `age`, days since the debt arose: `0` to 30, `30` to 60, `60` to 90, `90` and more. */
  debts: ['age', ...OF_ORDERS, 'segment', 'order'],
  losses: ['reason', 'state', ...OF_ORDERS, 'segment', 'order'],
  events: ['eventKind', 'direction', 'eventState', 'manager', 'customer', 'segment', 'weekday', 'hour'],
  calls: ['manager', 'phone', 'direction', 'callState', 'customer', 'segment', 'weekday', 'hour'],
} as const satisfies Readonly<Record<ReportSource, readonly string[]>>
export type Dimension = (typeof DIMENSIONS)[ReportSource][number] | Step

/**
 * What each source measures. Sums are minor units of the company's currency, quantities thousandths, shares hundredths of a
 * percent rounded half up, hours hundredths; a share of nothing is null.
 */
export const MEASURES = {
  /** `average`: sum for each order that sold. `margin`: profit as a share of the sum. */
  sales: ['sum', 'quantity', 'vat', 'cost', 'profit', 'margin', 'orders', 'customers', 'average'],
  orders: ['count', 'sum', 'paid', 'owed', 'standing', 'late', 'days'],
  debts: ['theyOwe', 'weOwe', 'overdue', 'orders'],
  losses: ['count', 'sum', 'share'],
  /** `hours`: from start to end. */
  events: ['count', 'calls', 'incoming', 'outgoing', 'missed', 'letters', 'meetings', 'hours'],
  /** `answered`: the share of calls that came in that were taken; `minutes`: of talks, rounded half up. */
  calls: ['count', 'talks', 'missed', 'answered', 'minutes'],
} as const satisfies Readonly<Record<ReportSource, readonly string[]>>
export type Measure = (typeof MEASURES)[ReportSource][number]

/** What the periods of a report are set beside. */
export const COMPARISONS = ['previous', 'lastYear'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** A report, as it is asked for and kept. */
export interface ReportAsk {
  readonly source: ReportSource
  /** One or two, the outer first; none: the total alone. */
  readonly rows: readonly Dimension[]
  /** What the columns are: a dimension, or spans that begin on these days (YYYY-MM-DD), each until the next, the last until the end. */
  readonly columns: Dimension | { readonly cuts: readonly string[] } | null
  readonly measures: readonly Measure[]
  /** The first day and the last; null: from the beginning, until now. Of debts the last alone counts: the moment. */
  readonly from: string | null
  readonly until: string | null
  readonly compare: Comparison | null
  /** Conditions on the orders (of events, of calls: on these) behind it. */
  readonly filter: readonly FilterNode[]
  readonly search: string
}
