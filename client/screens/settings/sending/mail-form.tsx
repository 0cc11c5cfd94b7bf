import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { SERVICES, type Service, serviceOf } from '../../../../shared/messages/mail-services.ts'
import { TLS_MODES, type TlsMode } from '../../../../shared/messages/sending.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { createChecked, useChecks } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { changeOf, type MailDraft, mailDraft } from './drafts.ts'
import type { SendingFormProps } from './form-props.ts'
import { SecretField } from './secret-field.tsx'

/** The mail server that letters go by. */
export function MailForm(props: SendingFormProps) {
  const { t } = useWords()
  const { draft, setDraft, checked, text, save, turnOff } = createMailDraft(props)
  const services = () => [...Object.keys(SERVICES), 'other'] as Service[]
  const choose = (service: string | null) => {
    if (service !== null && service !== 'other') setDraft(SERVICES[service as keyof typeof SERVICES])
    else setDraft('host', '')
  }
  return (
    <SentForm
      narrow
      submit={t('common.save')}
      checked={checked}
      onSubmit={save}
      beside={
        <Show when={props.settings.mail}>
          <Button onClick={turnOff}>{t('sending.turnOff')}</Button>
        </Show>
      }
    >
      <div class="sending-fields">
        <Select
          label={t('sending.mail.service')}
          value={serviceOf(draft.host)}
          options={services().map((value) => ({ value, label: t(`sending.services.${value}`) }))}
          onCommit={choose}
        />
        <TextField label={t('sending.host')} placeholder="smtp.salon.ru" required {...text('host')} />
        <NumberField
          label={t('sending.port')}
          value={draft.port}
          min={1}
          max={65_535}
          onCommit={(port) => port !== null && setDraft('port', port)}
        />
        <Select
          label={t('sending.mail.tls')}
          value={draft.tls}
          options={TLS_MODES.map((value) => ({ value, label: t(`sending.tls.${value}`) }))}
          onCommit={(tls) => setDraft('tls', tls as TlsMode)}
        />
        <TextField label={t('sending.mail.user')} autocomplete="off" {...text('user')} />
        <SecretField
          label={t('sending.password')}
          hint={t('sending.mail.passwordHint')}
          isSet={props.settings.mail?.password.isSet ?? false}
          value={draft.password}
          onInput={(password) => setDraft('password', password)}
        />
        <TextField label={t('sending.mail.fromName')} {...text('fromName')} />
        <TextField label={t('sending.mail.fromAddress')} type="email" required {...text('fromAddress')} />
      </div>
    </SentForm>
  )
}

type TextName = 'host' | 'user' | 'fromName' | 'fromAddress'

/** What is typed, what is wrong with it, and how it is saved. */
function createMailDraft(props: SendingFormProps) {
  const { t } = useWords()
  const checks = useChecks()
  const [draft, setDraft] = createStore<MailDraft>(mailDraft(props.settings.mail))
  const checked = createChecked({
    host: () => checks.required(draft.host, t('sending.host')),
    fromAddress: () => checks.email(draft.fromAddress, t('sending.mail.fromAddress')),
  })
  const text = (field: TextName) => ({
    get error() {
      return field === 'host' || field === 'fromAddress' ? checked.errorOf(field) : undefined
    },
    get value() {
      return draft[field] || null
    },
    onCommit: (typed: string | null) => setDraft(field, typed ?? ''),
  })
  const save = async () => {
    await props.onSave(changeOf(props.settings, { mail: { ...draft } }))
    setDraft('password', '')
  }
  const turnOff = async () => {
    await props.onSave(changeOf(props.settings, { mail: null }))
    setDraft(mailDraft(null))
  }
  return { draft, setDraft, checked, text, save, turnOff: () => void turnOff() }
}
