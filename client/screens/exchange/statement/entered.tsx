import Undo from 'lucide-solid/icons/undo-2'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useOutcomeWords } from '../parts/use-outcome-words.ts'
import type { Entered as Done } from './create-statement.ts'

/** What a statement came to, and its undo. */
export function Entered(props: { readonly done: Done; readonly onUndo: () => void }) {
  const { t } = useWords()
  const words = useOutcomeWords()
  return (
    <Section title={t('exchange.result.title')}>
      <p role="status">{words.entered(props.done)}</p>
      <Button icon={Undo} onClick={props.onUndo}>
        {t('statement.undo')}
      </Button>
    </Section>
  )
}
