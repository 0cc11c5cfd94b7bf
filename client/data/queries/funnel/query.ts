import type { FilterNode } from '../../../../shared/filters/filter.ts'
import type {
  FunnelBlock,
  FunnelBy,
  FunnelKind,
  FunnelMode,
  FunnelPeriod,
  FunnelSort,
  FunnelSpread,
} from '../../../../shared/funnel/index.ts'

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
  readonly filter: readonly FilterNode[]
  readonly search: string
  /** Whether median and 90th percentile are shown. */
  readonly spread: boolean
  /** Whether working hours are shown. */
  readonly worked: boolean
}

/** The funnel of all orders as it stands now, without what takes a pass of its own; its period is still to be said. */
export const WHOLE_FUNNEL = {
  what: 'funnel',
  kinds: null,
  sort: null,
  moment: 'now',
  mode: 'reached',
  by: 'order',
  filter: [],
  search: '',
  spread: false,
  worked: false,
} as const satisfies Omit<FunnelQuery, 'period'>

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
