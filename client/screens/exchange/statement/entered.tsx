import Undo from 'lucide-solid/icons/undo-2'
import { createCurrency } from '../../../records/company.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { Entered as Done } from './create-statement.ts'

/** What a statement came to, and its undo. */
export function Entered(props: { readonly done: Done; readonly onUndo: () => void }) {
  const { t, format } = useWords()
  const currency = createCurrency()
  return (
    <Section title={t('exchange.result.title')}>
      <p role="status">
        {t('statement.entered', { n: props.done.count, sum: format.money(props.done.sum, currency()) })}
      </p>
      <Button icon={Undo} onClick={props.onUndo}>
        {t('statement.undo')}
      </Button>
    </Section>
  )
}
