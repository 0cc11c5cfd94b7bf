import { useData } from '../../../../data/page/solid.tsx'
import { useToasts } from '../../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import { useActs } from '../../../acts/use-acts.ts'
import { giveUp, keepDraft } from '../begun/opening.ts'
import { isUntouched, type MessageStart } from '../begun/start.ts'
import type { Opened } from '../begun/typed.ts'
import type { createMessage } from '../create-message.ts'
import { setRecalled } from '../recalled/open-again.ts'

/** A message that is not written after all: its draft goes, and what was added for it; what somebody wrote of it comes back by an undo. */
export function useGivingUp(start: MessageStart, message: ReturnType<typeof createMessage>) {
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const { t } = useWords()
  const isBare = () => isUntouched(start, message.typed(), message.own())
  const back = (opened: Opened, files: readonly string[]) =>
    void acts.attempt(async () => {
      const records = files.map((id) => ({ collection: 'files', id }) as const)
      if (records.length > 0) await data.runPassedOver('restoreRecords', { records })
      await keepDraft(data, start, opened, 'everywhere')
      setRecalled({ start, opened })
    })
  const giveItUp = () =>
    acts.attempt(async () => {
      const opened = { id: message.id, typed: message.typed() }
      const isSaid = !isBare()
      await message.drop()
      const files = await giveUp(data, message.id)
      const action = { label: t('common.undo'), run: () => back(opened, files) }
      if (isSaid) toasts.show({ text: t('messages.write.givenUp'), action })
    })
  return {
    /** Both give whether it is done. */
    giveUp: giveItUp,
    /** Puts it away: it is a draft, unless nothing was written. */
    putAway: async () => (isBare() ? await giveItUp() : true),
  }
}
