import Download from 'lucide-solid/icons/download'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import FileDown from 'lucide-solid/icons/file-down'
import { createSignal } from 'solid-js'
import { makePdf } from '../../../print/making/make-pdf.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { download } from '../../../records/list/sheet/download.ts'
import { makeFile } from '../../../records/list/sheet/making/make-file.ts'
import type { SheetFile } from '../../../records/list/sheet/use-sheet.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { Menu } from '../../../ui/overlays/panes/menu.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { usePlanFact } from '../context.tsx'
import { usePrint } from './use-print.ts'

/** The comparison as a PDF file, and as a table for spreadsheets. */
export function FileActs() {
  const { t, language, zone } = useWords()
  const acts = useActs()
  const { answer } = usePlanFact()
  const { paper, sheet } = usePrint()
  const [isMaking, setMaking] = createSignal(false)
  const name = () => `${t('planFact.title')} ${todayIn(zone())}`
  const savePaper = async () => {
    const present = paper()
    if (!present) return
    setMaking(true)
    await acts.attempt(async () => download(await makePdf(present), `${name()}.pdf`))
    setMaking(false)
  }
  const saveSheet = async (form: SheetFile) => {
    const table = sheet()
    if (!table) return
    const file = await makeFile(table, { form, language: language(), name: t('planFact.title') })
    download(file, `${name()}.${form}`)
  }
  const item = (form: SheetFile) => ({
    label: t(`lists.sheet.${form}`),
    icon: Download,
    disabled: !answer(),
    onSelect: () => void acts.attempt(() => saveSheet(form)),
  })
  return (
    <>
      <Menu
        label={t('planFact.acts')}
        placement="bottom-end"
        items={[item('xlsx'), item('csv')]}
        trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} look="plain" label={t('planFact.acts')} />}
      />
      <Button icon={FileDown} busy={isMaking()} disabled={!answer()} onClick={() => void savePaper()}>
        {t('planFact.pdf')}
      </Button>
    </>
  )
}
