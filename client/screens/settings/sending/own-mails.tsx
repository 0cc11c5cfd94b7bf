import { For, Show } from 'solid-js'
import { people } from '../../../../shared/company/collections.ts'
import { RULED_BY } from '../../../../shared/messages/letter-sender.ts'
import type { OwnMailList } from '../../../../shared/messages/own-mail.ts'
import { api } from '../../../data/page/api.ts'
import { createEvery } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createServerAnswer } from '../../../records/server-answer.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { CompanyChoice } from './company-choice.tsx'

/** In whose name letters go where nobody says otherwise, and who has an account of mail of his own. */
export function OwnMails() {
  const { t } = useWords()
  const acts = useActs()
  const every = createEvery(people)
  const answer = createServerAnswer<OwnMailList>(() => '/api/sending/own')
  const nameOf = (user: string) => every().find((person) => person.user === user)?.name ?? t('common.nameless')
  const remove = (user: string) =>
    void acts.attempt(() => api('DELETE', `/api/sending/own/${encodeURIComponent(user)}`)).then(answer.refetch)
  return (
    <Section title={t('sending.own.title')}>
      <p class="dim">{t('sending.own.text')}</p>
      <CompanyChoice field="letterSender" hint={t('sending.own.usualHint')} choices={RULED_BY} />
      <Show when={answer.value()}>
        {(list) => (
          <ul class="own-mails">
            <For each={list().holders} fallback={<li class="dim">{t('sending.own.none')}</li>}>
              {({ user, address, refused, isLocked }) => (
                <li>
                  <span>
                    {nameOf(user)} <span class="dim">{address}</span>
                    <Show when={refused !== null || isLocked}>
                      <span class="loss"> {t(isLocked ? 'sending.own.locked' : 'sending.own.refused')}</span>
                    </Show>
                  </span>
                  <Button
                    size="small"
                    look="risk"
                    aria-label={t('sending.own.removeOf', { name: nameOf(user) })}
                    onClick={() => remove(user)}
                  >
                    {t('sending.own.remove')}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
    </Section>
  )
}
