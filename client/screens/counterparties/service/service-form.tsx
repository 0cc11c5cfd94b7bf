import { type Accessor, createSignal, Show } from 'solid-js'
import {
  COUNTERPARTY_SERVICES,
  SERVICE_LIMITS,
  type ServiceChange,
  type ServiceView,
} from '../../../../shared/counterparties/service.ts'
import { SERVICE_ADDRESS } from '../../../../shared/records/forms/service-address.ts'
import { SecretField } from '../../../records/mail-account/secret-field.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { createChecked } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { ofKind, type ServiceDraft, serviceChange, serviceDraft } from './draft.ts'

interface ServiceFormProps {
  readonly service: ServiceView['service']
  readonly onSave: (service: ServiceChange | null) => Promise<void>
}

/** The settings of the service, sent as a whole. */
export function ServiceForm(props: ServiceFormProps) {
  const { t } = useWords()
  const [draft, setDraft] = createSignal<ServiceDraft>(serviceDraft(props.service))
  const put = (values: Partial<ServiceDraft>) => setDraft((before) => ({ ...before, ...values }))
  const isSet = () => (props.service?.key.isSet ?? false) && props.service?.kind === draft().kind
  const checked = createServiceChecks(draft, isSet)
  return (
    <SentForm
      submit={t('common.save')}
      checked={checked}
      onSubmit={() => props.onSave(serviceChange(draft()))}
      beside={
        <Show when={props.service}>
          <Button onClick={() => void props.onSave(null)}>{t('risks.service.turnOff')}</Button>
        </Show>
      }
    >
      <Select
        label={t('risks.service.kind')}
        hint={t(`risks.service.kindHints.${draft().kind}`)}
        value={draft().kind}
        options={COUNTERPARTY_SERVICES.map((value) => ({ value, label: t(`risks.service.kinds.${value}`) }))}
        onCommit={(text) =>
          setDraft(ofKind(draft(), COUNTERPARTY_SERVICES.find((kind) => kind === text) ?? draft().kind))
        }
      />
      <TextField
        required
        label={t('risks.service.url')}
        inputMode="url"
        error={checked.errorOf('url')}
        value={draft().url}
        onCommit={(url) => put({ url: url ?? '' })}
      />
      <SecretField
        label={t('risks.service.key')}
        isSet={isSet()}
        error={checked.errorOf('key')}
        value={draft().key}
        onInput={(key) => put({ key })}
      />
      <HowOften draft={draft()} put={put} />
    </SentForm>
  )
}

/** What is wrong with settings as they are typed; `isSet`: a key of this kind of service stands already. */
function createServiceChecks(draft: Accessor<ServiceDraft>, isSet: Accessor<boolean>) {
  const { t } = useWords()
  const url = () => {
    if (!SERVICE_ADDRESS.test(draft().url.trim())) return t('risks.service.wrongUrl')
    return draft().kind === 'egrul' && !draft().url.includes('{inn}') ? t('risks.service.noPlace') : undefined
  }
  const isKeyMissing = () => draft().kind === 'dadata' && draft().key === '' && !isSet()
  const key = () => (isKeyMissing() ? t('risks.service.keyNeeded') : undefined)
  return createChecked({ url, key }, { 'sending-secret-needed': 'key' })
}

interface HowOftenProps {
  readonly draft: ServiceDraft
  readonly put: (values: Partial<ServiceDraft>) => unknown
}

/** How often companies are asked for anew, and how many a day. */
function HowOften(props: HowOftenProps) {
  const { t } = useWords()
  return (
    <>
      <NumberField
        label={t('risks.service.days')}
        hint={t('risks.service.daysHint')}
        min={0}
        max={SERVICE_LIMITS.days}
        value={props.draft.days}
        onCommit={(days) => props.put({ days: days ?? 0 })}
      />
      <NumberField
        label={t('risks.service.perDay')}
        min={0}
        max={SERVICE_LIMITS.perDay}
        value={props.draft.perDay}
        onCommit={(most) => props.put({ perDay: most ?? 0 })}
      />
    </>
  )
}
