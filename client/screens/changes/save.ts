import type { SheetValue } from '../../../shared/lists/sheet.ts'
import type { TrailRow, TrailSearch } from '../../../shared/trail/search.ts'
import type { UnderWay } from '../../../shared/under-way.ts'
import { useActs } from '../../records/acts/use-acts.ts'
import { download } from '../../records/list/sheet/download.ts'
import { openMaker } from '../../records/list/sheet/making/maker.ts'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { inZone, todayIn } from '../../ui/words/parse-date.ts'
import { useWords } from '../../ui/words/words.tsx'
import { askTrail } from './found.ts'
import { createTold } from './told.ts'

/** A file of more lines no spreadsheet opens. */
const MOST = 1_000_000
const COLUMNS = ['who', 'device', 'kind', 'record', 'field', 'before', 'after'] as const

/** Saves all that a search finds as a CSV file, page by page; it says how far it is, and can be stopped. */
export function useSave(search: () => TrailSearch): () => void {
  const { t, zone, language } = useWords()
  const toasts = useToasts()
  const acts = useActs()
  const told = createTold()
  const text = (value: string): SheetValue => (value === '' ? null : { is: 'text', text: value })
  const cells = (row: TrailRow): SheetValue[] => {
    const words = told(row)
    return [{ is: 'time', ...inZone(row.at, zone()) }, ...COLUMNS.map((name) => text(words[name])), text(row.record)]
  }
  const heads = () => (['when', ...COLUMNS, 'id'] as const).map((name) => t(`changes.columns.${name}`))
  const gather = async (asked: TrailSearch, { onProgress, signal }: UnderWay) => {
    const maker = openMaker(heads(), signal)
    try {
      let [count, before] = [0, null as string | null]
      do {
        const page = await askTrail(asked, before)
        signal.throwIfAborted()
        maker.add(page.rows.map(cells))
        count += page.rows.length
        before = page.next
        onProgress({ done: count, total: count + (before === null ? 0 : 1), way: 'forth' })
      } while (before !== null && count < MOST)
      const file = await maker.make({ form: 'csv', language: language(), name: t('changes.title') })
      return { count, file, isWhole: before === null }
    } finally {
      maker.end()
    }
  }
  const save = async () => {
    const gathering = (underWay: UnderWay) => gather(search(), underWay)
    const { count, file, isWhole } = await toasts.during(t('changes.saving'), gathering, 'file-stopped')
    download(file, `${t('changes.title')} ${todayIn(zone())}.csv`)
    toasts.show({ text: isWhole ? t('changes.saved', { n: count }) : t('changes.savedPart', { n: count }) })
  }
  return () => void acts.attempt(save)
}
