import Download from 'lucide-solid/icons/download'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Send from 'lucide-solid/icons/send'
import { makePdf } from '../../../print/making/make-pdf.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { download } from '../../../records/list/sheet/download.ts'
import { makeFile } from '../../../records/list/sheet/making/make-file.ts'
import type { SheetFile } from '../../../records/list/sheet/use-sheet.ts'
import { createSendMade } from '../../../records/messages/writing/send-made.tsx'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Menu } from '../../../ui/overlays/panes/menu.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useFunnel } from '../context.tsx'
import { usePrint } from './use-print.ts'

/** The report as a table for spreadsheets, where lists have theirs, and by mail. */
export function SheetMenu() {
  const { t } = useWords()
  const acts = useActs()
  const toasts = useToasts()
  const funnel = useFunnel()
  const sending = createSendMade()
  const made = createMade()
  const save = async (form: SheetFile) => {
    const file = await made(form)
    if (!file) return
    download(file.bytes, file.name)
    toasts.show({ text: t('lists.sheet.saved', { n: file.rows }) })
  }
  const send = async (form: 'xlsx' | 'pdf') => {
    const file = await made(form)
    if (file) sending.send({ name: file.name, bytes: file.bytes, paper: null })
  }
  const item = (label: string, icon: typeof Download, work: () => Promise<void>) => ({
    label,
    icon,
    disabled: !funnel.answer(),
    onSelect: () => void acts.attempt(work),
  })
  const items = () => [
    ...(['csv', 'xlsx'] as const).map((form) => item(t(`lists.sheet.${form}`), Download, () => save(form))),
    ...(sending.isAllowed
      ? (['pdf', 'xlsx'] as const).map((form) => item(t(`messages.sendAs.${form}`), Send, () => send(form)))
      : []),
  ]
  return (
    <>
      <Menu
        label={t('funnel.acts')}
        placement="bottom-end"
        items={items()}
        trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} look="plain" label={t('funnel.acts')} />}
      />
      <sending.Place />
    </>
  )
}

/** Makes the report as a file; null while there is none. */
function createMade() {
  const { t, language, zone } = useWords()
  const { paper, sheet } = usePrint()
  return async (form: SheetFile | 'pdf') => {
    const [present, table] = [paper(), sheet()]
    if (!present || !table) return null
    const [title, rows] = [t('funnel.title'), table.rows.length]
    const bytes =
      form === 'pdf' ? await makePdf(present) : await makeFile(table, { form, language: language(), name: title })
    return { bytes, name: `${title} ${todayIn(zone())}.${form}`, rows }
  }
}
