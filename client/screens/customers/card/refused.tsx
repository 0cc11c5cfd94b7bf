import { For, Show } from 'solid-js'
import { refusedWith } from '../../../../shared/letters/refused.ts'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useCard } from './context.tsx'

/** Which addresses of the customer take no letters, and what the server said. */
export function RefusedAddresses() {
  const { t } = useWords()
  const card = useCard()
  return (
    <Show when={card.row()}>
      {(row) => (
        <For each={refusedWith(row())}>
          {({ address, said }) => (
            <Banner look="warn">
              {t('mail.undelivered.refuses', { address })}
              <Show when={said}> {t('mailAccounts.said', { said })}</Show>
            </Banner>
          )}
        </For>
      )}
    </Show>
  )
}
