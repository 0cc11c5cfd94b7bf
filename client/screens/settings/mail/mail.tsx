import { Show } from 'solid-js'
import { mayManageAccounts } from '../../../../shared/accounts/rights.ts'
import type { AccountList as AnswerOfAccounts } from '../../../../shared/letters/accounts.ts'
import { useData } from '../../../data/page/solid.tsx'
import { AccountList } from '../../../records/mail-account/accounts/account-list.tsx'
import { createServerAnswer } from '../../../records/server-answer.ts'
import { Page } from '../../../ui/layout/page.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { OthersMail } from './others-mail.tsx'

/** «Учетные записи почты»: those of the company, and who has some of his own. */
export function MailPage() {
  const { t } = useWords()
  const { role } = useData().account
  return (
    <Page title={t('mailAccounts.title')}>
      <div class="page-column">
        <Show when={mayManageAccounts(role)} fallback={<Banner>{t('mailAccounts.keepersOnly')}</Banner>}>
          <Accounts />
        </Show>
      </div>
    </Page>
  )
}

function Accounts() {
  const { t } = useWords()
  const answer = createServerAnswer<AnswerOfAccounts>(() => '/api/mail/accounts')
  return (
    <>
      <Section title={t('mailAccounts.companysTitle')}>
        <p class="dim">{t('mailAccounts.text')}</p>
        <AccountList isCompanys answer={answer} />
      </Section>
      <OthersMail answer={answer} />
    </>
  )
}
