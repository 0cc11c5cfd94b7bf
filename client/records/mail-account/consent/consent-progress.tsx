import { createSignal, Show } from 'solid-js'
import { Button } from '../../../ui/actions/button.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { type Consent, openPage } from './create-consent.ts'

/** How consent goes on: waited for at the service, given, or why it was not. */
export function ConsentProgress(props: { readonly consent: Consent; readonly isGiven: boolean }) {
  const { t, sentence } = useWords()
  return (
    <>
      <Show when={props.consent.begun()}>{(begun) => <Waiting consent={props.consent} url={begun().url} />}</Show>
      <Show when={props.consent.failure()}>{(failure) => <Banner look="loss">{sentence(failure())}</Banner>}</Show>
      <Show when={props.isGiven}>
        <Banner>{t('mailAccounts.consent.given')}</Banner>
      </Show>
    </>
  )
}

function Waiting(props: { readonly consent: Consent; readonly url: string }) {
  const { t } = useWords()
  const [pasted, setPasted] = createSignal<string | null>(null)
  return (
    <>
      <Banner action={{ label: t('mailAccounts.consent.open'), run: () => openPage(props.url) }}>
        {t('mailAccounts.consent.waiting')}
      </Banner>
      <TextField
        label={t('mailAccounts.consent.pasted')}
        hint={t('mailAccounts.consent.pastedHint')}
        value={pasted()}
        onCommit={setPasted}
      />
      <Button disabled={pasted() === null} onClick={() => void props.consent.bring(pasted() ?? '')}>
        {t('mailAccounts.consent.bring')}
      </Button>
    </>
  )
}
