import { createMemo, Show } from 'solid-js'
import { type Filter, ME } from '../../../../shared/filters/filter.ts'
import { type PlannedMonth, plannedInMonth } from '../../../../shared/plans/month.ts'
import { createPlanSheet, type PlanSheet } from '../../../data/page/plan-sheet.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { PlanDone } from '../parts/plan-done.tsx'
import { createPlanOfToday } from '../parts/plan-of-today.ts'
import { createTable, totalOf, viewOver } from '../reporting.ts'

/** By managers, be it first or second. */
const OF_MANAGERS: Filter = [
  {
    join: 'or',
    of: [
      { field: 'first', is: 'in', values: ['byManager'] },
      { field: 'second', is: 'in', values: ['byManager'] },
    ],
  },
]

/** How much of one's own month is done, by the latest posted plan of managers that covers today; nothing where none plans it. */
export function OwnPlanTile(props: { readonly around: HomeAround }) {
  const { t, format } = useWords()
  const { account } = useData()
  const { today } = props.around
  const plan = createPlanOfToday(today, OF_MANAGERS)
  const sheet = createPlanSheet(() => plan()?.id ?? null)
  const month = createMemo(() => {
    const [present, { person }] = [sheet(), account]
    return present && person !== null ? monthOf(present, person, today()) : null
  })
  const sold = createTable(() => {
    const own = month()
    const filter = [{ field: 'responsible', is: 'in', values: [ME] } as const]
    return own && viewOver('sales', { from: own.from, to: today(), measures: ['sum'], filter })
  }, props.around)
  return (
    <Show when={month()}>
      {(present) => (
        <PlanDone
          around={props.around}
          title={t('home.ownPlan', { month: format.month(today()) })}
          to={`/plan-fact?plans=${plan()?.id}`}
          span={present()}
          planned={present().sum}
          sold={sold() && totalOf(sold())}
        />
      )}
    </Show>
  )
}

/** What a plan has for a person in the month of a day. */
function monthOf({ plan, rows, periods, cells }: PlanSheet, person: string, day: string): PlannedMonth | null {
  if (!plan) return null
  const sums = new Map<string, number>()
  for (const [at, row] of rows.entries()) {
    const [isFirst, isSecond] = [plan.first === 'byManager', plan.second === 'byManager']
    if (!((isFirst && row.first === person) || (isSecond && row.second === person))) continue
    for (const [place, { id }] of periods.entries()) {
      const sum = cells.sum[at * periods.length + place] ?? Number.NaN
      if (!Number.isNaN(sum)) sums.set(id, (sums.get(id) ?? 0) + sum)
    }
  }
  return plannedInMonth(plan, sums, day)
}
