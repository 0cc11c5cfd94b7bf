import { For, Show } from 'solid-js'
import { people } from '../../../../shared/company/collections.ts'
import type { AccountList } from '../../../../shared/letters/accounts.ts'
import { api } from '../../../data/page/api.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import type { ServerAnswer } from '../../../records/server-answer.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import './mail.css'

/** Who has an account of mail of his own. */
export function OthersMail(props: { readonly answer: ServerAnswer<AccountList> }) {
  const { t } = useWords()
  const acts = useActs()
  const every = createEvery(people)
  const nameOf = (user: string | null) => every().find((person) => person.user === user)?.name ?? t('common.nameless')
  const remove = (id: string) =>
    void acts.attempt(() => api('DELETE', `/api/mail/accounts/${id}`)).then(props.answer.refetch)
  return (
    <Section title={t('mailAccounts.others.title')}>
      <p class="dim">{t('mailAccounts.others.text')}</p>
      <ul class="others-mail">
        <For each={props.answer.value()?.others} fallback={<li class="dim">{t('mailAccounts.others.none')}</li>}>
          {({ id, owner, address, isLocked }) => (
            <li>
              <span>
                {nameOf(owner)} <span class="dim">{address}</span>
                <Show when={isLocked}>
                  <span class="loss"> {t('mailAccounts.others.locked')}</span>
                </Show>
              </span>
              <Button
                size="small"
                look="risk"
                aria-label={t('mailAccounts.removeOf', { name: nameOf(owner) })}
                onClick={() => remove(id)}
              >
                {t('mailAccounts.remove')}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </Section>
  )
}
