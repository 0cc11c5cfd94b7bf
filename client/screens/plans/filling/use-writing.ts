import type { CommandArgs } from '../../../../shared/commands.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useToasts } from '../../../ui/toasts/use-toasts.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** Writes what a dialog has reckoned, as one act: how far it is is said once it takes long, and it can be stopped. True when it is done. */
export function useWriting() {
  const data = useData()
  const acts = useActs()
  const toasts = useToasts()
  const { t } = useWords()
  return <N extends 'addPlanRows' | 'setPlanCells'>(name: N, args: CommandArgs<N>, count: number): Promise<boolean> =>
    acts.attempt(async () => {
      const { act } = await toasts.during(t('planGrid.writing'), (way) => data.run(name, args, way), 'change-stopped')
      acts.said(t('plans.filling.done', { n: count }), act)
    })
}
