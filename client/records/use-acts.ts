import type { CommandArgs, CommandName } from '../../shared/commands.ts'
import { useData } from '../data/page/solid.tsx'
import { useToasts } from '../ui/overlays/toast.tsx'
import { useWords } from '../ui/words/words.tsx'

/** Runs commands with what every act owes the user: a sentence when it is refused, an undo when it is done. */
export function useActs() {
  const data = useData()
  const toasts = useToasts()
  const { t, sentence } = useWords()

  /** Does something that may be refused; true when it is done, else the sentence is said. */
  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act()
      return true
    } catch (error) {
      toasts.show({ text: sentence(error), kind: 'bad' })
      return false
    }
  }

  const undo = async (act: number) => {
    const { undone, kept } = await data.undo(act)
    toasts.show({ text: kept === 0 ? t('orders.undone', { n: undone }) : t('orders.undonePart', { undone, kept }) })
  }

  /** Says that an act is done and offers its undo. */
  const said = (text: string, act: number) =>
    toasts.show({ text, action: { label: t('common.undo'), run: () => void attempt(() => undo(act)) } })

  /** Runs a command; true when it is done. A refusal is said; with `text` so is the act, with an undo. */
  const run = <N extends CommandName>(name: N, args: CommandArgs<N>, text?: string): Promise<boolean> =>
    attempt(async () => {
      const { act } = await data.run(name, args)
      if (text !== undefined) said(text, act)
    })
  return { run, attempt, said }
}
