import type { Accessor } from 'solid-js'
import { READY, type ReadyReport } from '../../../../shared/reports/view/ready.ts'
import { writeReport } from '../../../../shared/reports/view/text.ts'
import type { ReportView } from '../../../../shared/reports/view/view.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'

export const READY_NAMES = Object.keys(READY) as readonly ReadyReport[]

/** What the open report is called: as it was kept, as one of the ready ones, else by its source and rows. */
export function useTitle(): Accessor<string> {
  const { t } = useWords()
  const report = useReport()
  return () => {
    const kept = report.kept.present()
    if (kept) return kept.name
    const view = report.view()
    const ready = READY_NAMES.find((name) => isCut(READY[name], view))
    if (ready) return t(`reports.ready.${ready}.title`)
    const source = t(`reports.sources.${view.source}`)
    const rows = view.rows.map((dimension) => t(`reports.dimensions.${dimension}`).toLowerCase())
    return rows.length === 0 ? source : `${source}: ${rows.join(', ')}`
  }
}

/** Whether two reports tell of the same by the same, whatever their period, order, comparison and chart. */
function isCut(a: ReportView, b: ReportView): boolean {
  const cut = (view: ReportView) => {
    const { source, rows, columns, measures } = writeReport(view)
    return JSON.stringify([source, rows, columns, measures])
  }
  return cut(a) === cut(b)
}
