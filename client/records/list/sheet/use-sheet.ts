import type { PlainPath } from '../../../../shared/locales/index.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import type { Listing } from '../listing.ts'
import { copied } from './copied.ts'
import { download } from './download.ts'
import { createGathering } from './gathering.ts'

export type SheetFile = 'csv' | 'xlsx'

/** What is done with a list's records outside of the program; `ids` null takes all that the list has. */
export interface Sheet {
  readonly copy: (ids: readonly string[]) => void
  readonly save: (file: SheetFile, ids: readonly string[] | null) => void
}

/** Copies records of a list for a spreadsheet, and saves them as files: in its order, with its columns. */
export function useSheet<R extends { readonly id: string }>(listing: Listing<R>, title: () => string): Sheet {
  const { t, zone } = useWords()
  const toasts = useToasts()
  const acts = useActs()
  const made = createGathering(listing, title)
  const working = <T>(label: PlainPath, deed: (underWay: UnderWay) => Promise<T>) =>
    toasts.during(t(label), deed, 'file-stopped')
  const copy = async (ids: readonly string[]) => {
    const making = (refused: AbortSignal) =>
      working('lists.sheet.copying', ({ onProgress, signal }) =>
        made(ids, ['tsv', 'html'], { onProgress, signal: AbortSignal.any([signal, refused]) }),
      )
    // Given at once as promises: a browser lets a page write only in the moment of the press.
    const { count } = await copied(making, (table) => {
      const blob = async (at: number) => (await table).blobs[at] ?? ''
      return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob(0), 'text/html': blob(1) })])
    })
    toasts.show({ text: t('lists.sheet.copied', { n: count }) })
  }
  const save = async (file: SheetFile, ids: readonly string[] | null) => {
    const { count, blobs } = await working('lists.sheet.saving', (underWay) => made(ids, [file], underWay))
    for (const blob of blobs) download(blob, `${title()} ${todayIn(zone())}.${file}`)
    toasts.show({ text: t('lists.sheet.saved', { n: count }) })
  }
  return {
    copy: (ids) => void acts.attempt(() => copy(ids)),
    save: (file, ids) => void acts.attempt(() => save(file, ids)),
  }
}
