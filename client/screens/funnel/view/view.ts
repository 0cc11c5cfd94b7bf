import type { FunnelBy, FunnelMode, FunnelPeriod } from '../../../../shared/funnel/index.ts'
import type { Sort } from '../../../../shared/orders/collections.ts'
import type { Column, OptionalColumn } from '../figures/columns.ts'
import type { Figure } from '../figures/figure.ts'
import type { Beside, PeriodName } from './address/period.ts'

/** By what the groups of a variant are sorted: their name or a measure. */
export interface GroupOrder {
  readonly by: Column | 'name'
  readonly down: boolean
}

/** How the funnel is looked at. The address keeps all of it (address.ts). */
export interface FunnelView {
  readonly period: PeriodName
  /** Plain dates, both included; they count in the period `custom` alone. */
  readonly from: string | null
  readonly to: string | null
  /** The period that stands beside it; its days count for `own` alone. */
  readonly beside: Beside
  readonly besideFrom: string | null
  readonly besideTo: string | null
  /** The report, or how its conversion went by months. */
  readonly show: 'report' | 'trend'
  readonly by: FunnelBy
  readonly sort: Sort | 'all'
  /** Ids; none takes all. */
  readonly kinds: readonly string[]
  readonly managers: readonly string[]
  readonly departments: readonly string[]
  readonly search: string
  /** Columns that are off at first. */
  readonly columns: readonly OptionalColumn[]
  readonly mode: FunnelMode
  readonly basis: FunnelPeriod['basis']
  readonly moment: 'now' | 'end'
  readonly order: GroupOrder
  /** By kind: the state whose measures stand in the rows of the groups; kinds without one compare the whole way. */
  readonly at: Readonly<Record<string, string>>
  /** Keys of the groups that are expanded (keyOf). */
  readonly open: readonly string[]
  /** The figure whose orders are listed. */
  readonly figure: Figure | null
  /** Whose figure that is: the period's, that of the period beside it, or of a month («2026-11») of the trend. */
  readonly figureOf: string
}

/** Whose the figures are of the period and of the one beside it. */
export const OF_PERIOD = 'period'
export const OF_BESIDE = 'beside'

/** What stands there until something is chosen. */
export const FIRST_VIEW: FunnelView = {
  period: 'thisMonth',
  from: null,
  to: null,
  beside: 'none',
  besideFrom: null,
  besideTo: null,
  show: 'report',
  by: 'order',
  sort: 'all',
  kinds: [],
  managers: [],
  departments: [],
  search: '',
  columns: [],
  mode: 'reached',
  basis: 'order',
  moment: 'now',
  order: { by: 'reached', down: true },
  at: {},
  open: [],
  figure: null,
  figureOf: OF_PERIOD,
}
