import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { useOwnSettings } from './records/own-settings.ts'
import { Banner } from './ui/signs/banner.tsx'
import { useWords } from './ui/words/words.tsx'

/** The own account of mail does not take its password any more: letters go by the company's until it is given anew. */
export function MailRefusedBanner() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { row } = useOwnSettings()
  return (
    <Show when={row()?.mailRefused}>
      <Banner look="warn" action={{ label: t('profile.mail.title'), run: () => navigate('/profile') }}>
        {t('shell.mailRefused')}
      </Banner>
    </Show>
  )
}
