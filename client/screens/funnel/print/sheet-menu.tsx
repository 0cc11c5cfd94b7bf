import { makePdf } from '../../../print/making/make-pdf.ts'
import { makeFile } from '../../../records/list/sheet/making/make-file.ts'
import type { SheetFile } from '../../../records/list/sheet/use-sheet.ts'
import { ReportMenu } from '../../../records/reports/report-menu.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { usePrint } from './use-print.ts'

/** The report as a table for spreadsheets, where lists have theirs, and by mail. */
export function SheetMenu() {
  const { t, language, zone } = useWords()
  const funnel = useFunnel()
  const { paper, sheet } = usePrint()
  const make = async (form: SheetFile | 'pdf') => {
    const [present, table] = [paper(), sheet()]
    if (!present || !table) return null
    const [title, rows] = [t('funnel.title'), table.rows.length]
    const bytes =
      form === 'pdf' ? await makePdf(present) : await makeFile(table, { form, language: language(), name: title })
    return { bytes, name: `${title} ${todayIn(zone())}.${form}`, rows }
  }
  return <ReportMenu label={t('funnel.acts')} isReady={funnel.answer() !== undefined} make={make} paper={paper} />
}
