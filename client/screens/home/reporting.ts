import { type Accessor, createMemo } from 'solid-js'
import { writeReport } from '../../../shared/reports/view/text.ts'
import { askOf, firstView, type ReportView } from '../../../shared/reports/view/view.ts'
import { createReportTable } from '../../data/page/report-table.ts'
import type { HomeAround } from './around.ts'

/** A report of a source over days, as its screen would show it. */
export function viewOver(
  source: ReportView['source'],
  {
    from,
    to,
    ...more
  }: Partial<Omit<ReportView, 'period' | 'source' | 'until'>> & {
    readonly from: string | null
    readonly to: string
  },
): ReportView {
  return { ...firstView(source), ...more, period: 'custom', from, until: to }
}

/** A report's live table; undefined until it is here, or while none is asked for. */
export function createTable(view: Accessor<ReportView | null>, { today }: HomeAround) {
  const ask = createMemo(
    () => {
      const asked = view()
      return asked && askOf(asked, today())
    },
    null,
    { equals: (before, now) => JSON.stringify(before) === JSON.stringify(now) },
  )
  return createReportTable(ask).table
}

/** The first measure's total of a table. */
export function totalOf(table: ReturnType<ReturnType<typeof createTable>>, measure = 0): number {
  return table?.total.figures[measure]?.at(-1) ?? 0
}

/** The address of a report. */
export function reportAt(view: ReportView): string {
  return `/reports?${new URLSearchParams({ ...writeReport(view) })}`
}
