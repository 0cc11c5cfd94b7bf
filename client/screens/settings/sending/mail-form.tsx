import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { type MailDraft, mailDraft } from '../../../records/mail-account/mail-draft.ts'
import { createMailChecks, MailFields } from '../../../records/mail-account/mail-fields.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { changeOf } from './drafts.ts'
import type { SendingFormProps } from './form-props.ts'

/** The mail server that the company's letters go by. */
export function MailForm(props: SendingFormProps) {
  const { t } = useWords()
  const [draft, setDraft] = createStore<MailDraft>(mailDraft(props.settings.mail))
  const checked = createMailChecks(draft)
  const save = async () => {
    await props.onSave(changeOf(props.settings, { mail: { ...draft } }))
    setDraft('password', '')
  }
  const turnOff = async () => {
    await props.onSave(changeOf(props.settings, { mail: null }))
    setDraft(mailDraft(null))
  }
  return (
    <SentForm
      narrow
      submit={t('common.save')}
      checked={checked}
      onSubmit={save}
      beside={
        <Show when={props.settings.mail}>
          <Button onClick={() => void turnOff()}>{t('sending.turnOff')}</Button>
        </Show>
      }
    >
      <div class="mail-fields">
        <MailFields
          draft={draft}
          checked={checked}
          isSet={props.settings.mail?.password.isSet ?? false}
          put={(values) => setDraft(values)}
        />
      </div>
    </SentForm>
  )
}
