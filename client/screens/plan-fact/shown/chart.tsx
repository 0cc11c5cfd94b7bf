import { createMemo, Show } from 'solid-js'
import { Chart } from '../../../ui/charts/chart.tsx'
import type { ChartSeries } from '../../../ui/charts/series.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { usePlanFact } from '../context.tsx'

const HUE = { fact: 155, plan: 262, pace: 48, open: 300 } as const

/** The total by periods: bars of plan and fact, or lines of them cumulated; what is expected faint. */
export function FactChart() {
  const { t } = useWords()
  const { answer, rows, view, words, look } = usePlanFact()
  const total = () => rows().at(-1)
  const series = createMemo((): ChartSeries[] => {
    const [row, plans] = [total(), answer()?.plans ?? []]
    if (!row) return []
    const form = view().mode === 'period' ? 'bar' : 'line'
    const present = answer()?.pace.present ?? -1
    const ahead = (figures: readonly (number | null)[]) => figures.map((one, at) => (at < present ? null : one))
    return [
      ...plans.map((plan, at) => ({
        ...({ name: plans.length === 1 ? t('planFact.columns.plan') : words.plan(plan), form } as const),
        values: row.cells.map((cell) => cell.plans[at]?.plan ?? 0),
        ...(at === 0 && { hue: HUE.plan }),
      })),
      {
        name: t('planFact.columns.fact'),
        values: facts(
          row.cells.map(({ fact }) => fact),
          present,
        ),
        form,
        hue: HUE.fact,
      },
      { name: t('planFact.columns.pace'), values: ahead(row.paces), form: 'line', hue: HUE.pace, faint: true },
      { name: t('planFact.columns.open'), values: ahead(row.opens), form: 'line', hue: HUE.open, faint: true },
    ]
  })
  return (
    <Show when={total()}>
      {(row) => (
        <Chart
          label={t('planFact.chart', { row: words.row(row()) })}
          points={answer()?.periods.map(words.period) ?? []}
          series={series()}
          value={(value) => words.figure(view().measure, value)}
          short={(value) => words.short(view().measure, value)}
          onOpen={(at) => look({ of: 'fact', row: row(), periods: [view().mode === 'period' ? at : 0, at] })}
        />
      )}
    </Show>
  )
}

/** Nothing has been sold yet behind the period under way. */
function facts(figures: readonly number[], present: number): (number | null)[] {
  return figures.map((one, at) => (at > present ? null : one))
}
