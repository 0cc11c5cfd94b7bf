import { createSignal, Match, Show, Switch } from 'solid-js'
import { SMS_KINDS, type SmsKind } from '../../../../shared/messages/sending.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { changeOf, hasSecret, type SmsDraft, smsDraft } from './drafts.ts'
import type { SendingFormProps } from './form-props.ts'
import { HttpFields, SmppFields, SmscFields, SmsRuFields } from './sms-fields.tsx'

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
  const of = <K extends SmsKind>(kind: K) => {
    const one = draft()
    return one?.kind === kind
      ? { draft: one as Extract<SmsDraft, { kind: K }>, isSet: hasSecret(kind, present()), put }
      : undefined
  }
  return (
    <SentForm narrow submit={t('common.save')} onSubmit={save}>
      <div class="sending-fields">
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
