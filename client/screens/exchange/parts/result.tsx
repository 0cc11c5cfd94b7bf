import Undo from 'lucide-solid/icons/undo-2'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { PlanView } from '../reading/views.ts'

/** What an import came to, and its undo. */
export function Result(props: { readonly counts: PlanView['counts']; readonly onUndo: () => void }) {
  const { t, format } = useWords()
  const written = () => {
    const { created, changed, refused } = props.counts
    return { created: format.integer(created), changed: format.integer(changed), refused: format.integer(refused) }
  }
  return (
    <Section title={t('exchange.result.title')}>
      <p role="status">{t('exchange.result.text', written())}</p>
      <Button icon={Undo} onClick={props.onUndo}>
        {t('exchange.result.undo')}
      </Button>
    </Section>
  )
}
