import { Show } from 'solid-js'
import type { AccountList as Accounts } from '../../../shared/letters/accounts.ts'
import { AccountList } from '../../records/mail-account/accounts/account-list.tsx'
import { TestMessage } from '../../records/mail-account/test-message.tsx'
import { createServerAnswer } from '../../records/server-answer.ts'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** «Моя почта»: the own accounts, and the one that letters in one's own name go by. */
export function MailSection() {
  const { t } = useWords()
  const answer = createServerAnswer<Accounts>(() => '/api/mail/accounts')
  const sends = () => answer.value()?.accounts.some(({ owner, isDefault }) => owner !== null && isDefault)
  return (
    <Section title={t('mailAccounts.ownTitle')}>
      <p class="dim">{t('mailAccounts.ownText')}</p>
      <AccountList isCompanys={false} answer={answer} />
      <Show when={sends()}>
        <TestMessage way="letter" sender="author" />
      </Show>
    </Section>
  )
}
