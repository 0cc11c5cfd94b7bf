import { For, Show } from 'solid-js'
import { readUndelivered } from '../../../shared/letters/refused.ts'
import { Banner } from '../../ui/signs/banner.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** Whom a letter did not reach, and what the server said; nothing where it reached all. */
export function Undelivered(props: { readonly kept: string | null }) {
  const { t } = useWords()
  const all = () => readUndelivered(props.kept)
  return (
    <Show when={all().length > 0}>
      <Banner look="warn">
        <For each={all()}>
          {({ address, said }) => (
            <div>
              {t('mail.undelivered.to', { address })}
              <Show when={said}>. {t('mailAccounts.said', { said })}</Show>
            </div>
          )}
        </For>
      </Banner>
    </Show>
  )
}
