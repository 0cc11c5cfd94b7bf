import type { FunnelBlock } from '../../../../shared/funnel/index.ts'
import { funnelPaper } from '../../../../shared/print/lists/funnel.ts'
import type { Paper } from '../../../../shared/print/paper.ts'
import { dictionary } from '../../../ui/words/dictionaries.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useDaysText } from '../bar/use-days-text.ts'
import { useDifferenceWords } from '../bar/use-difference-words.ts'
import { useHeading } from '../blocks/use-heading.ts'
import { useFunnel } from '../context.tsx'
import { differencesOf } from '../view/differences.ts'

/** Makes the report, as it stands then, a paper; null until it is here. */
export function usePaper(): () => Paper | null {
  const { t, language } = useWords()
  const funnel = useFunnel()
  const { names, cells } = funnel
  const heading = useHeading()
  const days = useDaysText()
  const difference = useDifferenceWords()
  const conditions = () => [days() || t('funnel.periods.all'), ...differencesOf(funnel.view()).map(difference)]
  const headOf = ({ kind, group }: FunnelBlock) =>
    group === undefined ? heading(kind) : `${heading(kind)} · ${funnel.groupName(group)}`
  return () => {
    const blocks = funnel.answer()?.blocks
    const words = dictionary(language())?.funnel
    if (!blocks || !words) return null
    const print = {
      blocks,
      conditions: conditions(),
      currency: cells.currency,
      headOf,
      stateOf: (id: string) => names.state(id).name,
      reasonOf: (id: string | null) => names.reason(id).name,
    }
    return funnelPaper(print, language(), words)
  }
}
