import type { CommandArgs, CommandName } from '../../../shared/commands.ts'
import { isStop, type UnderWay } from '../../../shared/under-way.ts'
import { useData } from '../../data/page/solid.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'
import { useActWords } from '../words/act-words.ts'
import { hasMoreToTell, showKept } from './kept-values.tsx'

/** Runs commands with what every act owes the user: a sentence when it is refused, an undo when it is done. */
export function useActs() {
  const data = useData()
  const toasts = useToasts()
  const { t, sentence } = useWords()
  const words = useActWords()

  /** Does something that may be refused, or stopped; true when it is done, else the sentence is said. */
  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act()
      return true
    } catch (error) {
      toasts.show({ text: sentence(error), kind: isStop(error) ? 'plain' : 'bad' })
      return false
    }
  }

  /** Says what undoing or repeating came to, and offers the way back. */
  const step = (way: 'undo' | 'redo', act?: number) =>
    attempt(async () => {
      const label = t(way === 'undo' ? 'acts.undoing' : 'acts.redoing')
      const deed = (underWay: UnderWay) => (way === 'undo' ? data.undo(act, underWay) : data.redo(underWay))
      const undid = await toasts.during(label, deed, 'change-stopped')
      const back = way === 'undo' ? { label: t('acts.redo'), run: redo } : { label: t('acts.undo'), run: () => undo() }
      const which = { label: t('acts.kept.which'), run: () => showKept(undid) }
      const action = hasMoreToTell(undid) ? which : undid.undone > 0 ? back : undefined
      toasts.show({ text: words(way, undid), action })
    })
  /** Undoes an act of this page, the latest without a number; what it came to is said. */
  const undo = (act?: number) => void step('undo', act)
  /** Repeats what was undone last. */
  const redo = () => void step('redo')

  /** Says that an act is done and offers its undo. */
  const said = (text: string, act: number) =>
    toasts.show({ text, action: { label: t('common.undo'), run: () => undo(act) } })

  /** Runs a command; true when it is done. A refusal is said; with `text` so is the act, with an undo. */
  const run = <N extends CommandName>(name: N, args: CommandArgs<N>, text?: string): Promise<boolean> =>
    attempt(async () => {
      const { act } = await data.run(name, args)
      if (text !== undefined) said(text, act)
    })
  return { run, attempt, said, undo, redo }
}
