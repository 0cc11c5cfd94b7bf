import type { About } from '../../../../../shared/plans/fact/finder.ts'
import type { FactColumns } from '../../../../../shared/reports/facts/columns.ts'
import type { Directory } from '../../directory.ts'
import type { Funnels } from '../../funnel/funnels.ts'

/** What plans are held against. */
export interface FactGround {
  readonly directory: Directory
  readonly funnels: Funnels
  /** What was sold, order by order. */
  readonly sold: FactColumns
  /** What open orders have left to ship. */
  readonly left: FactColumns
  about(): About
}
