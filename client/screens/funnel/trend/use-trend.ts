import { type Accessor, createMemo, mapArray } from 'solid-js'
import { trendOf } from '../../../../shared/funnel/report/trend.ts'
import { createClock } from '../../../records/funnel/clock.ts'
import { createReport } from '../../../records/funnel/use-report.ts'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { askedFor } from '../view/address/asked.ts'
import { daysOfMonth, trendMonths } from '../view/address/period.ts'
import { WHEN_IT_READS_OTHERWISE } from '../view/same.ts'
import type { KindTrend } from './shown.ts'

export interface Trend {
  /** The months, «2026-11». */
  readonly months: Accessor<readonly string[]>
  /** Undefined until all months are here. */
  readonly kinds: Accessor<readonly KindTrend[] | undefined>
}

/** The live reports of the months, and how conversion went in them. */
export function createTrend(): Trend {
  const { zone } = useWords()
  const funnel = useFunnel()
  const clock = createClock()
  const months = createMemo(() => trendMonths(funnel.days(), todayIn(zone())), [], WHEN_IT_READS_OTHERWISE)
  const queryOf = (month: string) => () => {
    if (!funnel.query()) return null
    const around = { zone: zone(), now: clock(), today: todayIn(zone()) }
    return askedFor({ ...funnel.view(), by: 'order', columns: [] }, daysOfMonth(month), around).query
  }
  const reports = mapArray(months, (month) =>
    createReport(createMemo(queryOf(month), null, WHEN_IT_READS_OTHERWISE), clock),
  )
  return {
    months,
    kinds: createMemo(() => {
      const answers = reports().map((report) => report())
      if (answers.some((answer) => answer === undefined)) return undefined
      const ids = [...new Set(answers.flatMap((answer) => answer?.blocks.map(({ kind }) => kind) ?? []))]
      const blockOf = (kind: string) => answers.map((answer) => answer?.blocks.find((block) => block.kind === kind))
      return ids
        .map((kind) => ({ kind, rows: trendOf(blockOf(kind)) }))
        .filter(({ rows }) => rows.some(({ points }) => points.some(({ reached }) => reached > 0)))
    }),
  }
}
