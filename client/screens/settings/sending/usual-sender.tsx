import { RULED_BY } from '../../../../shared/messages/letter-sender.ts'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { CompanyChoice } from './company-choice.tsx'

/** In whose name letters go where nobody says otherwise. */
export function UsualSender() {
  const { t } = useWords()
  return (
    <Section title={t('sending.own.title')}>
      <CompanyChoice field="letterSender" hint={t('sending.own.usualHint')} choices={RULED_BY} />
    </Section>
  )
}
