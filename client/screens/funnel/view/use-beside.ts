import { type Accessor, createMemo } from 'solid-js'
import { type FunnelBlock, keyOf } from '../../../../shared/funnel/index.ts'
import { createReport } from '../../../records/funnel/use-report.ts'
import { EMPTY_LINE, type Line, lineAt, wholeOf } from '../figures/line.ts'
import { askedFor } from './address/asked.ts'
import { daysBeside } from './address/beside.ts'
import type { Days } from './address/period.ts'
import type { Surroundings } from './address/query.ts'
import { WHEN_IT_READS_OTHERWISE } from './same.ts'
import type { FunnelView } from './view.ts'

export interface BesideApi {
  /** Null while no period stands beside. */
  readonly days: Accessor<Days | null>
  /** Its blocks; null while no period stands beside, or is not here yet. */
  readonly blocks: Accessor<readonly FunnelBlock[] | null>
  /** The same line there; one of noughts where that period has none. */
  readonly line: (block: FunnelBlock, line: Line) => Line | null
}

interface Around {
  readonly around: Accessor<Surroundings | null>
  readonly clock: Accessor<number>
}

/** The live report of the period that stands beside the view's. */
export function createBeside(view: Accessor<FunnelView>, { around, clock }: Around): BesideApi {
  const asked = createMemo(
    () => {
      const known = around()
      const days = known && daysBeside(view(), known.today)
      return known && days && askedFor(view(), days, known)
    },
    null,
    WHEN_IT_READS_OTHERWISE,
  )
  const report = createReport(() => asked()?.query ?? null, clock)
  const blocks = () => (asked() ? (report()?.blocks ?? null) : null)
  const blockByKey = createMemo(() => new Map((blocks() ?? []).map((block) => [keyOf(block), block])))
  return {
    days: () => asked()?.days ?? null,
    blocks,
    line(block, line) {
      if (!blocks()) return null
      const key = keyOf(block)
      const found = blockByKey().get(key)
      if (!found) return { ...EMPTY_LINE, state: line.state }
      if (line.state === null) return wholeOf(found)
      return lineAt(found, line.state, report()?.spread.get(key)) ?? { ...EMPTY_LINE, state: line.state }
    },
  }
}
