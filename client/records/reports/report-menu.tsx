import Download from 'lucide-solid/icons/download'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Printer from 'lucide-solid/icons/printer'
import Send from 'lucide-solid/icons/send'
import { createSignal, Show } from 'solid-js'
import type { Paper } from '../../../shared/print/paper.ts'
import { IconButton } from '../../ui/actions/button.tsx'
import { Menu, type MenuItem } from '../../ui/overlays/panes/menu.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { download } from '../list/sheet/download.ts'
import type { SheetFile } from '../list/sheet/use-sheet.ts'
import { createSendMade } from '../messages/writing/send-made.tsx'
import { PrintDialog } from './print-dialog.tsx'

/** A report as a file. */
export interface ReportFile {
  readonly bytes: Blob
  readonly name: string
  /** How many rows its table has. */
  readonly rows: number
}

interface ReportMenuProps {
  readonly label: string
  /** There is a report to make a file of. */
  readonly isReady: boolean
  /** Null where there is none after all. */
  readonly make: (form: SheetFile | 'pdf') => Promise<ReportFile | null>
  /** As it is printed; null where there is none after all. */
  readonly paper: () => Paper | null
  /** What else may be done with it. */
  readonly more?: readonly MenuItem[]
}

/** What may be done with a report besides reading it: print it, a table for spreadsheets, where lists have theirs, and by mail. */
export function ReportMenu(props: ReportMenuProps) {
  const { t } = useWords()
  const acts = useActs()
  const toasts = useToasts()
  const sending = createSendMade()
  const [printed, print] = createSignal<Paper | null>(null)
  const save = async (form: SheetFile) => {
    const file = await props.make(form)
    if (!file) return
    download(file.bytes, file.name)
    toasts.show({ text: t('lists.sheet.saved', { n: file.rows }) })
  }
  const send = async (form: 'xlsx' | 'pdf') => {
    const file = await props.make(form)
    if (file) sending.send({ name: file.name, bytes: file.bytes, paper: null })
  }
  const item = (label: string, icon: typeof Download, work: () => Promise<void>) => ({
    label,
    icon,
    disabled: !props.isReady,
    onSelect: () => void acts.attempt(work),
  })
  const items = (): MenuItem[] => [
    { label: t('papers.print'), icon: Printer, disabled: !props.isReady, onSelect: () => print(props.paper()) },
    ...(['csv', 'xlsx'] as const).map((form) => item(t(`lists.sheet.${form}`), Download, () => save(form))),
    ...(sending.isAllowed()
      ? (['pdf', 'xlsx'] as const).map((form) => item(t(`messages.sendAs.${form}`), Send, () => send(form)))
      : []),
    ...(props.more ?? []),
  ]
  return (
    <>
      <Menu
        label={props.label}
        placement="bottom-end"
        items={items()}
        trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} look="plain" label={props.label} />}
      />
      <sending.Place />
      <Show when={printed()}>{(paper) => <PrintDialog paper={paper()} onClose={() => print(null)} />}</Show>
    </>
  )
}
