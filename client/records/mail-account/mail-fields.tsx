import { SERVICES, type Service, serviceOf } from '../../../shared/letters/services.ts'
import { LARGEST_LETTER_MB, TLS_MODES, type TlsMode } from '../../../shared/messages/sending.ts'
import { type Checked, createChecked, useChecks } from '../../ui/forms/checks.ts'
import { Select } from '../../ui/inputs/choice/select.tsx'
import { NumberField } from '../../ui/inputs/typed/number-field.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import type { MailDraft } from './mail-draft.ts'
import { SecretField } from './secret-field.tsx'
import './mail-account.css'

type Wrong = 'host' | 'fromAddress'

/** What an account of mail cannot do without. */
export function createMailChecks(draft: MailDraft): Checked<Wrong> {
  const { t } = useWords()
  const checks = useChecks()
  return createChecked({
    host: () => checks.required(draft.host, t('sending.host')),
    fromAddress: () => checks.email(draft.fromAddress, t('sending.mail.fromAddress')),
  })
}

interface MailFieldsProps {
  readonly draft: MailDraft
  readonly checked: Checked<Wrong>
  /** The server has a password already. */
  readonly isSet: boolean
  readonly put: (values: Partial<MailDraft>) => unknown
}

/** The server that letters go by, how one signs in to it, and in whose name they go. */
export function MailFields(props: MailFieldsProps) {
  const { t } = useWords()
  const services = () => [...Object.keys(SERVICES), 'other'] as Service[]
  const choose = (service: string | null) =>
    props.put(service !== null && service !== 'other' ? SERVICES[service as keyof typeof SERVICES].send : { host: '' })
  const text = (field: 'host' | 'user' | 'fromName' | 'fromAddress') => ({
    get error() {
      return field === 'host' || field === 'fromAddress' ? props.checked.errorOf(field) : undefined
    },
    get value() {
      return props.draft[field] || null
    },
    onCommit: (typed: string | null) => props.put({ [field]: typed ?? '' }),
  })
  return (
    <>
      <TextField label={t('sending.mail.fromAddress')} type="email" required {...text('fromAddress')} />
      <TextField label={t('sending.mail.fromName')} {...text('fromName')} />
      <TextField label={t('sending.mail.user')} autocomplete="off" {...text('user')} />
      <SecretField
        label={t('sending.password')}
        hint={t('sending.mail.passwordHint')}
        isSet={props.isSet}
        value={props.draft.password}
        onInput={(password) => props.put({ password })}
      />
      <Select
        label={t('sending.mail.service')}
        value={serviceOf(props.draft.host)}
        options={services().map((value) => ({ value, label: t(`sending.services.${value}`) }))}
        onCommit={choose}
      />
      <TextField label={t('sending.host')} placeholder="smtp.salon.ru" required {...text('host')} />
      <NumberField
        label={t('sending.port')}
        value={props.draft.port}
        min={1}
        max={65_535}
        onCommit={(port) => port !== null && props.put({ port })}
      />
      <Select
        label={t('sending.mail.tls')}
        value={props.draft.tls}
        options={TLS_MODES.map((value) => ({ value, label: t(`sending.tls.${value}`) }))}
        onCommit={(tls) => props.put({ tls: tls as TlsMode })}
      />
      <NumberField
        label={t('sending.mail.mostMb')}
        value={props.draft.mostMb ?? LARGEST_LETTER_MB}
        min={1}
        max={1000}
        onCommit={(mostMb) => mostMb !== null && props.put({ mostMb })}
      />
    </>
  )
}
