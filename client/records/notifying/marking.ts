import { markOf, seenId } from '../../../shared/notices/seen.ts'
import { useData } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { useNow } from '../now.tsx'

/** Marks notices as seen, on all devices of the person. */
export function createMarking() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const now = useNow()
  const argsOf = (ids: readonly string[]) => ({ id: seenId(data.account.user, now()), marks: ids.map(markOf) })
  return {
    /** Without a word: what was looked at. */
    seen: async (ids: readonly string[]) => {
      if (ids.length > 0) await acts.run('markSeen', argsOf(ids))
    },
    /** All that are unread, with an undo. */
    all: async () => {
      const { notices } = await data.once({ what: 'unread', about: null })
      if (notices.length > 0) await acts.run('markSeen', argsOf(notices), t('notices.marked', { n: notices.length }))
    },
  }
}
