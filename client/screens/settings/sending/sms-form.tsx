import { createSignal, Match, Show, Switch } from 'solid-js'
import { SMS_KINDS, type SmsKind } from '../../../../shared/messages/sending.ts'
import { createChecked, useChecks } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { changeOf, hasSecret, type SmsDraft, smsDraft } from './drafts.ts'
import type { SendingFormProps } from './form-props.ts'
import { HttpFields, type Needed, SmppFields, SmscFields, SmsRuFields } from './sms-fields.tsx'

/** By what SMS go: a service that is known, or any gateway. */
export function SmsForm(props: SendingFormProps) {
  const { t } = useWords()
  const present = () => props.settings.sms
  const fresh = (): SmsDraft | null => {
    const sms = present()
    return sms && smsDraft(sms.kind, sms)
  }
  const [draft, setDraft] = createSignal<SmsDraft | null>(fresh())
  const put = (values: Partial<SmsDraft>) =>
    // Each field is of the kind that is drawn.
    setDraft((before) => before && ({ ...before, ...values } as SmsDraft))
  const choose = (kind: string | null) => setDraft(kind === null ? null : smsDraft(kind as SmsKind, present()))
  const save = async () => {
    await props.onSave(changeOf(props.settings, { sms: draft() }))
    setDraft(
      (before) => before && ({ ...before, ...('secret' in before ? { secret: '' } : { password: '' }) } as SmsDraft),
    )
  }
  const checks = useChecks()
  /** What a way cannot do without. */
  const needs = (field: Needed, label: string) => () => {
    const one = draft() as Partial<Record<Needed, string>> | null
    return one?.[field] === undefined ? undefined : checks.required(one[field], label)
  }
  const checked = createChecked({
    login: needs('login', t('sending.sms.login')),
    host: needs('host', t('sending.host')),
    systemId: needs('systemId', t('sending.sms.systemId')),
    url: needs('url', t('sending.sms.url')),
  })
  const of = <K extends SmsKind>(kind: K) => {
    const one = draft()
    if (one?.kind !== kind) return undefined
    const { errorOf } = checked
    return { draft: one as Extract<SmsDraft, { kind: K }>, isSet: hasSecret(kind, present()), put, errorOf }
  }
  return (
    <SentForm narrow submit={t('common.save')} checked={checked} onSubmit={save}>
      <div class="mail-fields">
        <Select
          clearable
          label={t('sending.sms.kind')}
          value={draft()?.kind ?? null}
          options={[...SMS_KINDS].reverse().map((value) => ({ value, label: t(`sending.kinds.${value}`) }))}
          onCommit={choose}
        />
        <Show when={draft()}>
          <Switch>
            <Match when={of('smsru')}>{(part) => <SmsRuFields {...part()} />}</Match>
            <Match when={of('smsc')}>{(part) => <SmscFields {...part()} />}</Match>
            <Match when={of('smpp')}>{(part) => <SmppFields {...part()} />}</Match>
            <Match when={of('http')}>{(part) => <HttpFields {...part()} />}</Match>
          </Switch>
        </Show>
      </div>
    </SentForm>
  )
}
