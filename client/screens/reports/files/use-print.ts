import type { Accessor } from 'solid-js'
import type { ReportPrint } from '../../../../shared/reports/writing/layout.ts'
import { useReport } from '../context.tsx'
import { shownRows, sortValue } from '../table/rows.ts'
import { useConditions } from '../view/use-conditions.ts'
import { useTitle } from '../view/use-title.ts'

/** The report as it is written: in the order of the screen, all of its rows unfolded; null until it is here. */
export function usePrint(): Accessor<ReportPrint | null> {
  const report = useReport()
  const title = useTitle()
  const conditions = useConditions()
  return () => {
    const [table, asked, naming, { sort }] = [report.table(), report.asked(), report.naming(), report.view()]
    if (!table || !asked || !naming) return null
    const value = sortValue(sort, asked.measures, table.columns)
    const rows = shownRows(table.rows, value, sort, () => false).map(({ row }) => row)
    const { columns, measures, compare } = asked
    return {
      ...naming,
      title: title(),
      conditions: conditions(),
      rows: asked.rows,
      columns,
      measures,
      compare,
      table: { ...table, rows },
      code: report.currency(),
    }
  }
}
