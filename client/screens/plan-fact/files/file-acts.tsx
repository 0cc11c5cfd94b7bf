import FileDown from 'lucide-solid/icons/file-down'
import { createSignal } from 'solid-js'
import { makePdf } from '../../../print/making/make-pdf.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { download } from '../../../records/list/sheet/download.ts'
import { makeFile } from '../../../records/list/sheet/making/make-file.ts'
import type { SheetFile } from '../../../records/list/sheet/use-sheet.ts'
import { ReportMenu } from '../../../records/reports/report-menu.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { usePlanFact } from '../context.tsx'
import { usePrint } from './use-print.ts'

/** The comparison as a PDF file, as a table for spreadsheets, and by mail. */
export function FileActs() {
  const { t } = useWords()
  const acts = useActs()
  const { answer } = usePlanFact()
  const make = createMade()
  const { paper } = usePrint()
  const [isMaking, setMaking] = createSignal(false)
  const savePaper = async () => {
    setMaking(true)
    await acts.attempt(async () => {
      const file = await make('pdf')
      if (file) download(file.bytes, file.name)
    })
    setMaking(false)
  }
  return (
    <>
      <ReportMenu label={t('planFact.acts')} isReady={Boolean(answer())} make={make} paper={paper} />
      <Button icon={FileDown} busy={isMaking()} disabled={!answer()} onClick={() => void savePaper()}>
        {t('planFact.pdf')}
      </Button>
    </>
  )
}

/** Makes the comparison as a file; null while there is none. */
function createMade() {
  const { t, language, zone } = useWords()
  const { paper, sheet } = usePrint()
  return async (form: SheetFile | 'pdf') => {
    const [present, table, title] = [paper(), sheet(), t('planFact.title')]
    if (!present || !table) return null
    const bytes =
      form === 'pdf' ? await makePdf(present) : await makeFile(table, { form, language: language(), name: title })
    return { bytes, name: `${title} ${todayIn(zone())}.${form}`, rows: table.rows.length }
  }
}
