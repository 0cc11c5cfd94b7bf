import FileDown from 'lucide-solid/icons/file-down'
import { createSignal } from 'solid-js'
import { reportPaper } from '../../../../shared/reports/writing/paper.ts'
import { makePdf } from '../../../print/making/make-pdf.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { download } from '../../../records/list/sheet/download.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'
import { usePrint } from './use-print.ts'

/** The report as a PDF file. */
export function FileActs() {
  const { t, zone } = useWords()
  const acts = useActs()
  const report = useReport()
  const print = usePrint()
  const [isMaking, setMaking] = createSignal(false)
  const save = async () => {
    const present = print()
    if (!present) return
    setMaking(true)
    await acts.attempt(async () =>
      download(await makePdf(reportPaper(present)), `${present.title} ${todayIn(zone())}.pdf`),
    )
    setMaking(false)
  }
  return (
    <Button icon={FileDown} busy={isMaking()} disabled={!report.table()} onClick={() => void save()}>
      {t('reports.pdf')}
    </Button>
  )
}
