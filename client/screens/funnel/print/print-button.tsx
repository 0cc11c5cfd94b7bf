import FileDown from 'lucide-solid/icons/file-down'
import { createSignal } from 'solid-js'
import { makePdf } from '../../../print/making/make-pdf.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { download } from '../../../records/list/sheet/download.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { usePrint } from './use-print.ts'

/** The report as it stands on the screen, as a PDF file. */
export function PrintButton() {
  const { t, zone } = useWords()
  const acts = useActs()
  const funnel = useFunnel()
  const { paper } = usePrint()
  const [isMaking, setMaking] = createSignal(false)
  const save = async () => {
    const present = paper()
    if (!present) return
    setMaking(true)
    await acts.attempt(async () => download(await makePdf(present), `${present.title} ${todayIn(zone())}.pdf`))
    setMaking(false)
  }
  return (
    <Button icon={FileDown} busy={isMaking()} disabled={!funnel.answer()} onClick={() => void save()}>
      {t('funnel.pdf')}
    </Button>
  )
}
