import type { UnderWay } from '../../../shared/under-way.ts'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { todayIn } from '../../ui/words/parse-date.ts'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { download } from '../list/sheet/download.ts'

/** A file that was made, and how many records it has. */
interface Made {
  readonly count: number
  readonly blob: Blob
}

/** Makes a file, says how far that is and lets it be stopped, and saves it under a name with the day. */
export function useSaving() {
  const acts = useActs()
  const toasts = useToasts()
  const { t, zone } = useWords()
  return (name: string, ending: string, make: (underWay: UnderWay) => Promise<Made>) =>
    void acts.attempt(async () => {
      const { count, blob } = await toasts.during(t('lists.sheet.saving'), make, 'file-stopped')
      download(blob, `${name} ${todayIn(zone())}.${ending}`)
      toasts.show({ text: t('lists.sheet.saved', { n: count }) })
    })
}
