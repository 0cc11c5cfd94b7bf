import { createSignal, Show } from 'solid-js'
import {
  COUNTERPARTY_SERVICES,
  type CounterpartyServiceKind,
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
  const wrongUrl = () => {
    if (!SERVICE_ADDRESS.test(draft().url.trim())) return t('risks.service.wrongUrl')
    return draft().kind === 'egrul' && !draft().url.includes('{inn}') ? t('risks.service.noPlace') : undefined
  }
  const isKeyMissing = () => draft().kind === 'dadata' && draft().key === '' && !isSet()
  const checked = createChecked(
    { url: wrongUrl, key: () => (isKeyMissing() ? t('risks.service.keyNeeded') : undefined) },
    { 'sending-secret-needed': 'key' },
  )
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
        onCommit={(kind) => setDraft(ofKind(draft(), kind as CounterpartyServiceKind))}
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
      <NumberField
        label={t('risks.service.days')}
        hint={t('risks.service.daysHint')}
        min={0}
        max={SERVICE_LIMITS.days}
        value={draft().days}
        onCommit={(days) => put({ days: days ?? 0 })}
      />
      <NumberField
        label={t('risks.service.perDay')}
        min={0}
        max={SERVICE_LIMITS.perDay}
        value={draft().perDay}
        onCommit={(most) => put({ perDay: most ?? 0 })}
      />
    </SentForm>
  )
}
