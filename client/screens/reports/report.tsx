import ChartColumn from 'lucide-solid/icons/chart-column'
import { Match, Show, Switch } from 'solid-js'
import { isBySegment } from '../../../shared/reports/view/by-segment.ts'
import { Banner } from '../../ui/signs/banner.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { Skeleton } from '../../ui/signs/waiting.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { ReportChart } from './chart/report-chart.tsx'
import { useReport } from './context.tsx'
import { MOST_DRAWN } from './table/places.ts'
import { ReportRows } from './table/report-rows.tsx'

/** The chart and the table of the open report. */
export function Report() {
  const { t } = useWords()
  const report = useReport()
  const table = () => report.table()
  const isEmpty = () => table()?.rows.length === 0 && report.view().rows.length > 0
  return (
    <div class="report">
      <Switch fallback={<Skeleton lines={10} />}>
        <Match when={isEmpty()}>
          <EmptyState title={t('reports.empty.title')} text={t('reports.empty.text')} icon={ChartColumn} />
        </Match>
        <Match when={table()}>
          {(present) => (
            <>
              <Show when={present().unrated > 0}>
                <Banner look="warn">{t('reports.unrated', { n: present().unrated })}</Banner>
              </Show>
              <Show when={present().rest}>
                {(rest) => (
                  <Banner look="info">
                    {t('reports.columnsCut', { shown: present().columns.length - 1, rest: rest() })}
                  </Banner>
                )}
              </Show>
              <Show when={present().columns.length > MOST_DRAWN}>
                <Banner look="info">{t('reports.spansCut', { shown: MOST_DRAWN, n: present().columns.length })}</Banner>
              </Show>
              <Show when={isBySegment(report.asked())}>
                <Banner look="info">{t('reports.segmentsOverlap')}</Banner>
              </Show>
              <ReportChart />
              <ReportRows />
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}
