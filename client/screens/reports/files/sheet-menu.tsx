import CalendarClock from 'lucide-solid/icons/calendar-clock'
import { reportPaper } from '../../../../shared/reports/writing/paper.ts'
import { reportSheet } from '../../../../shared/reports/writing/sheet.ts'
import { makePdf } from '../../../print/making/make-pdf.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { makeFile } from '../../../records/list/sheet/making/make-file.ts'
import type { SheetFile } from '../../../records/list/sheet/use-sheet.ts'
import { ReportMenu } from '../../../records/reports/report-menu.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'
import { usePrint } from './use-print.ts'
import { useSchedule } from './use-schedule.ts'

/** The report as a table for spreadsheets, where lists have theirs, and by mail. */
export function SheetMenu() {
  const { t, language, zone } = useWords()
  const report = useReport()
  const print = usePrint()
  const acts = useActs()
  const schedule = useSchedule()
  const mayWrite = useMayWrite('reportSchedules')
  const paper = () => {
    const present = print()
    return present && reportPaper(present)
  }
  const make = async (form: SheetFile | 'pdf') => {
    const present = print()
    if (!present) return null
    const [table, { title }] = [reportSheet(present), present]
    const bytes =
      form === 'pdf'
        ? await makePdf(reportPaper(present))
        : await makeFile(table, { form, language: language(), name: title })
    return { bytes, name: `${title} ${todayIn(zone())}.${form}`, rows: table.rows.length }
  }
  const more = () =>
    mayWrite
      ? [
          {
            label: t('reports.schedule'),
            icon: CalendarClock,
            disabled: !report.table(),
            onSelect: () => void acts.attempt(schedule),
          },
        ]
      : []
  return (
    <ReportMenu label={t('reports.acts')} isReady={Boolean(report.table())} make={make} paper={paper} more={more()} />
  )
}
