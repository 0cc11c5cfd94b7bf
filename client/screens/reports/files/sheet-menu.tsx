import Download from 'lucide-solid/icons/download'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { reportSheet } from '../../../../shared/reports/writing/sheet.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { download } from '../../../records/list/sheet/download.ts'
import { makeFile } from '../../../records/list/sheet/making/make-file.ts'
import type { SheetFile } from '../../../records/list/sheet/use-sheet.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Menu } from '../../../ui/overlays/panes/menu.tsx'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useReport } from '../context.tsx'
import { usePrint } from './use-print.ts'

/** The report as a table for spreadsheets, where lists have theirs. */
export function SheetMenu() {
  const { t, language, zone } = useWords()
  const acts = useActs()
  const toasts = useToasts()
  const report = useReport()
  const print = usePrint()
  const save = async (form: SheetFile) => {
    const present = print()
    if (!present) return
    const [table, name] = [reportSheet(present), present.title]
    download(await makeFile(table, { form, language: language(), name }), `${name} ${todayIn(zone())}.${form}`)
    toasts.show({ text: t('lists.sheet.saved', { n: table.rows.length }) })
  }
  const item = (form: SheetFile) => ({
    label: t(`lists.sheet.${form}`),
    icon: Download,
    disabled: !report.table(),
    onSelect: () => void acts.attempt(() => save(form)),
  })
  return (
    <Menu
      label={t('reports.acts')}
      placement="bottom-end"
      items={[item('xlsx'), item('csv')]}
      trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} look="plain" label={t('reports.acts')} />}
    />
  )
}
