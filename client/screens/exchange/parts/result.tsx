import Undo from 'lucide-solid/icons/undo-2'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { PlanView } from '../reading/views.ts'
import { useOutcomeWords } from './use-outcome-words.ts'

/** What an import came to, and its undo. */
export function Result(props: { readonly counts: PlanView['counts']; readonly onUndo: () => void }) {
  const { t } = useWords()
  const words = useOutcomeWords()
  return (
    <Section title={t('exchange.result.title')}>
      <p role="status">{words.imported(props.counts)}</p>
      <Button icon={Undo} onClick={props.onUndo}>
        {t('exchange.result.undo')}
      </Button>
    </Section>
  )
}
