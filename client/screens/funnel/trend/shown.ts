import type { TrendRow } from '../../../../shared/funnel/report/trend.ts'

/** What of a state's orders is followed. */
export const WAYS = ['next', 'success'] as const
export type Way = (typeof WAYS)[number]

/** A kind's trend. */
export interface KindTrend {
  readonly kind: string
  readonly rows: readonly TrendRow[]
}

/** How conversion went by months, as it stands on the screen. */
export interface ShownTrend {
  /** The months, «2026-11». */
  readonly months: readonly string[]
  readonly kinds: readonly KindTrend[]
  readonly way: Way
}
