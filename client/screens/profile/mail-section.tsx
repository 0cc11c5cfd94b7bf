import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { LONGEST_SIGNATURE } from '../../../shared/letters/accounts.ts'
import type { OwnMailAnswer, OwnMailChange, OwnMailView } from '../../../shared/messages/own-mail.ts'
import { api } from '../../data/page/api.ts'
import { mailDraft, withAddress } from '../../records/mail-account/mail-draft.ts'
import { createMailChecks, MailFields } from '../../records/mail-account/mail-fields.tsx'
import { TestMessage } from '../../records/mail-account/test-message.tsx'
import { createServerAnswer } from '../../records/server-answer.ts'
import { Button } from '../../ui/actions/button.tsx'
import { SentForm } from '../../ui/forms/sent-form.tsx'
import { TextArea } from '../../ui/inputs/typed/text-area.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { Banner } from '../../ui/signs/banner.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'

const PATH = '/api/profile/mail'

/** «Моя почта»: the account that letters in one's own name go by. */
export function MailSection() {
  const { t } = useWords()
  const answer = createServerAnswer<OwnMailAnswer>(() => PATH)
  return (
    <Show when={answer.value()}>
      {(value) => (
        <Section title={t('profile.mail.title')}>
          <p class="dim">{t('profile.mail.text')}</p>
          <Standing mail={value().mail} />
          <Form mail={value().mail} onChanged={answer.refetch} />
          <Show when={value().mail}>
            <TestMessage way="letter" sender="author" />
          </Show>
        </Section>
      )}
    </Show>
  )
}

/** What is wrong with it. */
function Standing(props: { readonly mail: OwnMailView | null }) {
  const { t } = useWords()
  return (
    <>
      <Show when={props.mail?.isLocked}>
        <Banner look="loss">{t('profile.mail.locked')}</Banner>
      </Show>
      <Show when={props.mail?.refused}>
        {(answer) => <Banner look="loss">{t('profile.mail.refused', { answer: answer() })}</Banner>}
      </Show>
    </>
  )
}

interface FormProps {
  readonly mail: OwnMailView | null
  readonly onChanged: () => unknown
}

function Form(props: FormProps) {
  const { t } = useWords()
  const toasts = useToasts()
  const fresh = () => ({ ...mailDraft(props.mail?.settings ?? null), signature: props.mail?.settings.signature ?? '' })
  const [draft, setDraft] = createStore(fresh())
  const checked = createMailChecks(draft)
  const done = (text: string) => {
    setDraft('password', '')
    props.onChanged()
    toasts.show({ text })
  }
  const save = async () => {
    const change: OwnMailChange = { ...draft, password: draft.password === '' ? null : draft.password }
    await api<OwnMailAnswer>('PUT', PATH, change)
    done(t('profile.mail.kept'))
  }
  const turnOff = async () => {
    await api<OwnMailAnswer>('DELETE', PATH)
    setDraft({ ...mailDraft(null), signature: '' })
    done(t('profile.mail.off'))
  }
  return (
    <SentForm
      narrow
      submit={t('common.save')}
      checked={checked}
      onSubmit={save}
      beside={
        <Show when={props.mail}>
          <Button onClick={() => void turnOff()}>{t('sending.turnOff')}</Button>
        </Show>
      }
    >
      <div class="mail-fields">
        <MailFields
          draft={draft}
          checked={checked}
          isSet={props.mail?.settings.password.isSet ?? false}
          put={({ fromAddress, ...rest }) =>
            setDraft(fromAddress === undefined ? rest : withAddress(draft, fromAddress))
          }
        />
        <TextArea
          label={t('profile.mail.signature')}
          hint={t('profile.mail.signatureHint')}
          maxLength={LONGEST_SIGNATURE}
          value={draft.signature || null}
          onCommit={(signature) => setDraft('signature', signature ?? '')}
        />
      </div>
    </SentForm>
  )
}
