import { For, Show } from 'solid-js'
import { COMPANY, company, people } from '../../../../shared/company/collections.ts'
import { RULED_BY } from '../../../../shared/messages/letter-sender.ts'
import type { OwnMailList } from '../../../../shared/messages/own-mail.ts'
import { api } from '../../../data/page/api.ts'
import { createEvery, createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { createServerAnswer } from '../../../records/server-answer.ts'
import { choiceLabel, fieldLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'

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
      <UsualSender />
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

function UsualSender() {
  const { t } = useWords()
  const data = useData()
  const record = createRecord(company, () => COMPANY)
  const mayWrite = useMayWrite('company')
  return (
    <Show when={record()?.row}>
      {(row) => (
        <div class="mail-fields">
          <Select
            label={t(fieldLabel('company', 'letterSender'))}
            hint={t('sending.own.usualHint')}
            value={row().letterSender ?? 'company'}
            disabled={!mayWrite}
            options={RULED_BY.map((value) => ({ value, label: t(choiceLabel('company', 'letterSender', value)) }))}
            onCommit={(letterSender) =>
              data.run('setRecord', { collection: 'company', id: COMPANY, values: { letterSender } })
            }
          />
        </div>
      )}
    </Show>
  )
}
