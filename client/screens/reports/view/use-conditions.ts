import type { Accessor } from 'solid-js'
import { isBySegment } from '../../../../shared/reports/view/by-segment.ts'
import { daysOfView } from '../../../../shared/reports/view/view.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'

/** The days of the report's period in words; '' where it has no ends. */
export function useDaysText(): Accessor<string> {
  const { t, format } = useWords()
  const report = useReport()
  return () => {
    const { from, until } = daysOfView(report.view(), report.today())
    if (from !== null && until !== null)
      return from === until
        ? format.date(from)
        : t('reports.days', { from: format.date(from), until: format.date(until) })
    if (from !== null) return t('reports.daysFrom', { from: format.date(from) })
    return until === null ? '' : t('reports.daysUntil', { until: format.date(until) })
  }
}

/** What the report takes in, for papers: its days, what it is set beside, how many conditions, what was searched. */
export function useConditions(): Accessor<readonly string[]> {
  const { t } = useWords()
  const report = useReport()
  const days = useDaysText()
  return () => {
    const { search, filter } = report.view()
    const ask = report.ask()
    return [
      days() || t('reports.periods.all'),
      ...(ask.compare ? [t(`reports.comparisons.${ask.compare}`)] : []),
      ...(isBySegment(ask) ? [t('reports.segmentsOverlap')] : []),
      ...(filter.length > 0 ? [t('reports.filterCount', { n: filter.length })] : []),
      ...(search === '' ? [] : [`${t('reports.search')}: ${search}`]),
    ]
  }
}
