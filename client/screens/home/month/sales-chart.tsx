import { useNavigate } from '@solidjs/router'
import type { ReportTable } from '../../../../shared/reports/answer.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { monthBefore, monthSoFar, type Span } from '../days.ts'
import { createTable, reportAt, viewOver } from '../reporting.ts'
import { Growing } from './growing.tsx'

/** How sales have grown since the month began. */
export function SalesChart(props: { readonly around: HomeAround }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const month = () => monthSoFar(props.around.today()).now
  const byDay = (span: Span) => viewOver('sales', { ...span, columns: 'day', measures: ['sum'] })
  const now = createTable(() => byDay(month()), props.around)
  const before = createTable(() => byDay(monthBefore(props.around.today())), props.around)
  return (
    <Growing
      around={props.around}
      title={t('home.salesGrowing')}
      to={reportAt(byDay(month()))}
      now={sumsOf(now())}
      before={sumsOf(before())}
      onOpen={(day) =>
        navigate(reportAt(viewOver('sales', { from: day, to: day, rows: ['order'], measures: ['sum'] })))
      }
    />
  )
}

function sumsOf(table: ReportTable | undefined): ReadonlyMap<string, number> | undefined {
  return table && new Map(table.columns.map((day, at) => [String(day), table.total.figures[0]?.[at] ?? 0]))
}
