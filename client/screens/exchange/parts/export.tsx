import Contact from 'lucide-solid/icons/contact'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useExport } from '../use-export.ts'

/** What goes out of the program as a whole; lists save what they show themselves. */
export function Export() {
  const { t } = useWords()
  const save = useExport()
  return (
    <Section title={t('exchange.export.title')}>
      <Button icon={Contact} onClick={save}>
        {t('exchange.export.cards')}
      </Button>
      <p class="dim">{t('exchange.export.hint')}</p>
    </Section>
  )
}
