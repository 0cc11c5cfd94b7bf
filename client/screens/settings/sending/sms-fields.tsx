import { HTTP_METHODS, type HttpMethod } from '../../../../shared/messages/sending.ts'
import { SecretField } from '../../../records/mail-account/secret-field.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Checkbox } from '../../../ui/inputs/toggles/checkbox.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { TextArea } from '../../../ui/inputs/typed/text-area.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { DraftLine } from './draft-line.tsx'
import { headersOf, headersText, type SmsDraft } from './drafts.ts'

/** Fields without which no SMS goes that way. */
export type Needed = 'login' | 'host' | 'systemId' | 'url'

interface Part<K extends SmsDraft['kind']> {
  readonly draft: Extract<SmsDraft, { readonly kind: K }>
  /** The server has its secret. */
  readonly isSet: boolean
  readonly put: (values: Partial<Extract<SmsDraft, { readonly kind: K }>>) => unknown
  readonly errorOf: (field: Needed) => string | undefined
}

export function SmsRuFields(props: Part<'smsru'>) {
  const { t } = useWords()
  return (
    <>
      <SecretField
        label={t('sending.sms.apiId')}
        hint={t('sending.sms.apiIdHint')}
        isSet={props.isSet}
        value={props.draft.secret}
        onInput={(secret) => props.put({ secret })}
      />
      <Sender {...props} />
    </>
  )
}

export function SmscFields(props: Part<'smsc'>) {
  const { t } = useWords()
  return (
    <>
      <DraftLine
        required
        label={t('sending.sms.login')}
        error={props.errorOf('login')}
        autocomplete="off"
        value={props.draft.login}
        onText={(login) => props.put({ login })}
      />
      <Password {...props} />
      <Sender {...props} />
    </>
  )
}

export function SmppFields(props: Part<'smpp'>) {
  const { t } = useWords()
  return (
    <>
      <DraftLine
        required
        label={t('sending.host')}
        error={props.errorOf('host')}
        value={props.draft.host}
        onText={(host) => props.put({ host })}
      />
      <NumberField
        label={t('sending.port')}
        value={props.draft.port}
        min={1}
        max={65_535}
        onCommit={(port) => port !== null && props.put({ port })}
      />
      <Checkbox label={t('sending.sms.tls')} checked={props.draft.tls} onCommit={(tls) => props.put({ tls })} />
      <DraftLine
        required
        label={t('sending.sms.systemId')}
        error={props.errorOf('systemId')}
        autocomplete="off"
        value={props.draft.systemId}
        onText={(systemId) => props.put({ systemId })}
      />
      <Password {...props} />
      <Sender {...props} />
    </>
  )
}

export function HttpFields(props: Part<'http'>) {
  const { t } = useWords()
  return (
    <>
      <p class="dim">{t('sending.sms.templates')}</p>
      <Select
        label={t('sending.sms.method')}
        value={props.draft.method}
        options={HTTP_METHODS.map((value) => ({ value, label: value }))}
        onCommit={(method) => props.put({ method: method as HttpMethod })}
      />
      <DraftLine
        required
        label={t('sending.sms.url')}
        error={props.errorOf('url')}
        placeholder="https://"
        value={props.draft.url}
        onText={(url) => props.put({ url })}
      />
      <TextArea
        label={t('sending.sms.headers')}
        placeholder="Authorization: Bearer {{secret}}"
        value={headersText(props.draft.headers)}
        onCommit={(text) => props.put({ headers: headersOf(text) })}
      />
      <TextArea
        label={t('sending.sms.body')}
        value={props.draft.body || null}
        onCommit={(body) => props.put({ body: body ?? '' })}
      />
      <DraftLine
        label={t('sending.sms.success')}
        hint={t('sending.sms.successHint')}
        value={props.draft.success}
        onText={(success) => props.put({ success })}
      />
      <SecretField
        label={t('sending.sms.secret')}
        isSet={props.isSet}
        value={props.draft.secret}
        onInput={(secret) => props.put({ secret })}
      />
      <Sender {...props} />
    </>
  )
}

interface PasswordProps {
  readonly draft: { readonly password: string }
  readonly isSet: boolean
  readonly put: (values: { readonly password: string }) => unknown
}

function Password(props: PasswordProps) {
  const { t } = useWords()
  return (
    <SecretField
      label={t('sending.password')}
      isSet={props.isSet}
      value={props.draft.password}
      onInput={(password) => props.put({ password })}
    />
  )
}

interface SenderProps {
  readonly draft: { readonly sender: string }
  readonly put: (values: { readonly sender: string }) => unknown
}

/** The number or name that an SMS comes from. */
function Sender(props: SenderProps) {
  const { t } = useWords()
  return (
    <DraftLine
      label={t('sending.sms.sender')}
      hint={t('sending.sms.senderHint')}
      value={props.draft.sender}
      onText={(sender) => props.put({ sender })}
    />
  )
}
