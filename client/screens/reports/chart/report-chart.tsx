import { createMemo, Show } from 'solid-js'
import { measureText } from '../../../../shared/reports/writing/paper.ts'
import { scaleOf, unitOf } from '../../../../shared/reports/writing/units.ts'
import { Chart } from '../../../ui/charts/chart.tsx'
import { currencyScale } from '../../../ui/words/format.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'
import { shownRows, sortValue } from '../table/rows.ts'
import { chartOf, MOST_ROWS, MOST_SERIES } from './data.ts'
import './report-chart.css'

/** The first measure of the report as a chart, in the order of the table. */
export function ReportChart() {
  const { t, format } = useWords()
  const report = useReport()
  const measure = () => report.asked()?.measures[0] ?? 'sum'
  const outer = createMemo(() => {
    const [table, asked, { sort }] = [report.table(), report.asked(), report.view()]
    if (!table || !asked) return []
    const value = sortValue(sort, asked.measures, table.columns)
    return shownRows(table.rows, value, sort, () => true).map(({ row }) => row)
  })
  const data = createMemo(() => {
    const [table, asked, naming, { chart }] = [report.table(), report.asked(), report.naming(), report.view()]
    return table && asked && naming && chart !== 'none' ? chartOf(table, asked, outer(), chart, naming) : null
  })
  const scale = () => scaleOf(unitOf(measure()), currencyScale(report.currency()))
  const value = (figure: number) => {
    const unit = { money: format.sign(report.currency()), share: '%', quantity: '', hours: '', count: '' }[
      unitOf(measure())
    ]
    return `${measureText(measure(), figure, report.figures())}\u00a0${unit}`.trimEnd()
  }
  const most = () => (data()?.points.length === MOST_ROWS ? MOST_ROWS : MOST_SERIES)
  const isPart = () => {
    const present = data()
    if (!present) return false
    return (
      Math.max(present.series.length, present.sideways ? present.points.length : 0) >= most() && outer().length > most()
    )
  }
  return (
    <Show when={data()}>
      {(present) => (
        <section class="report-chart" aria-label={t('reports.chart')}>
          <Chart
            {...present()}
            label={t('reports.chartOf', { measure: t(`reports.measure.${measure()}`) })}
            height={present().sideways ? Math.max(110, present().points.length * 26 + 40) : 230}
            value={value}
            short={(figure) => format.short(figure, scale())}
          />
          <Show when={isPart()}>
            <p class="dim">{t('reports.chartRest', { n: most() })}</p>
          </Show>
        </section>
      )}
    </Show>
  )
}
