import { createMemo, Show } from 'solid-js'
import { measureText } from '../../../../shared/reports/writing/paper.ts'
import { scaleOf, unitOf } from '../../../../shared/reports/writing/units.ts'
import { Chart } from '../../../ui/charts/chart.tsx'
import { currencyScale } from '../../../ui/words/format.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'
import { shownRows, sortValue } from '../table/rows.ts'
import { chartOf } from './data.ts'
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
  /** How many of the rows are drawn: as series where there are columns. */
  const drawn = () => ((report.table()?.columns.length ?? 0) > 1 ? data()?.series : data()?.points)?.length ?? 0
  return (
    <Show when={data()}>
      {(present) => (
        <section class="report-chart" aria-label={t('reports.chart')}>
          <Chart
            {...present()}
            label={t('reports.chartOf', { measure: t(`reports.measure.${measure()}`) })}
            height={present().sideways ? Math.max(110, present().points.length * 22 + 36) : 200}
            value={value}
            short={(figure) => format.short(figure, scale())}
          />
          <Show when={drawn() < outer().length}>
            <p class="dim">{t('reports.chartRest', { n: drawn() })}</p>
          </Show>
        </section>
      )}
    </Show>
  )
}
