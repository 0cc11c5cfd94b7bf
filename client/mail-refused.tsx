import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { mailAccounts } from '../shared/letters/collections.ts'
import { createAll, useData } from './data/page/solid.tsx'
import { Banner } from './ui/signs/banner.tsx'
import { useWords } from './ui/words/words.tsx'

/** An own account of mail does not take its password any more: it is to be given anew. */
export function MailRefusedBanner() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { user } = useData().account
  const all = createAll(mailAccounts)
  const isRefused = () => all().some(({ owner, state }) => owner === user && state === 'refused')
  return (
    <Show when={isRefused()}>
      <Banner look="warn" action={{ label: t('mailAccounts.ownTitle'), run: () => navigate('/profile') }}>
        {t('shell.mailRefused')}
      </Banner>
    </Show>
  )
}
