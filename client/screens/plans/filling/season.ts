import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import type { Scope } from '../../../../shared/plans/filling/change.ts'
import { keyOf } from '../../../../shared/plans/filling/fill.ts'
import { sourceDays } from '../../../../shared/plans/filling/source.ts'
import type { PlanSheet } from '../../../data/page/plan-sheet.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { yearBefore } from './asked.ts'
import { type Facts, soldBy } from './facts.ts'

/** What was sold a year before in the cells meant, as weights; null while that is asked for, or not wanted. */
export function createSeason(
  sheet: Accessor<PlanSheet>,
  scope: Accessor<Scope>,
  wanted: Accessor<boolean>,
): Accessor<readonly number[] | null> {
  const client = useData()
  const acts = useActs()
  const [facts, setFacts] = createSignal<Facts>()
  createEffect(
    on(wanted, (isWanted) => {
      const plan = sheet().plan
      if (!isWanted || plan === null || facts()) return
      const year = { from: yearBefore(plan.from), until: yearBefore(plan.until) }
      void acts.attempt(async () => setFacts(await soldBy(client, plan, sourceDays(sheet().periods, year))))
    }),
  )
  const byRow = createMemo(() => new Map(facts()?.rows.map((row) => [keyOf(row), row])))
  return () => {
    const { rows, periods, measure } = scope()
    if (!wanted() || !facts()) return null
    return rows.flatMap((row) => {
      const keys = sheet().rows[row]
      const sold = keys && byRow().get(keyOf(keys))?.[measure]
      return periods.map((period) => Math.max(0, sold?.[period] ?? 0))
    })
  }
}
