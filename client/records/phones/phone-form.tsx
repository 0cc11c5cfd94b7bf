import { createStore } from 'solid-js/store'
import type { PhoneChange, PhoneList, PhoneView } from '../../../shared/calls/phones.ts'
import { api } from '../../data/page/api.ts'
import { createChecked, useChecks } from '../../ui/forms/checks.ts'
import { SentForm } from '../../ui/forms/sent-form.tsx'
import { Checkbox } from '../../ui/inputs/toggles/checkbox.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'

/** A phone's name and number, and what may be asked of it. */
export function PhoneForm(props: { readonly phone: PhoneView; readonly onKept: () => void }) {
  const { t } = useWords()
  const toasts = useToasts()
  const checks = useChecks()
  const { name, way, number, dials, texts, isOff } = props.phone
  const [draft, setDraft] = createStore<PhoneChange>({ name, way, number, dials, texts, isOff, settings: null })
  const checked = createChecked({ name: () => checks.required(draft.name, t('phones.name')) })
  const keep = async () => {
    await api<PhoneList>('PUT', `/api/phones/${props.phone.id}`, draft)
    toasts.show({ text: t('phones.kept') })
    props.onKept()
  }
  return (
    <SentForm submit={t('common.save')} checked={checked} onSubmit={keep}>
      <TextField
        required
        label={t('phones.name')}
        maxLength={80}
        error={checked.errorOf('name')}
        value={draft.name || null}
        onCommit={(typed) => setDraft({ name: typed ?? '' })}
      />
      <TextField
        label={t('phones.number')}
        hint={t('phones.numberHint')}
        type="tel"
        maxLength={40}
        value={draft.number || null}
        onCommit={(typed) => setDraft({ number: typed ?? '' })}
      />
      <Checkbox label={t('phones.dials')} checked={draft.dials} onCommit={(is) => setDraft({ dials: is })} />
      <Checkbox label={t('phones.texts')} checked={draft.texts} onCommit={(is) => setDraft({ texts: is })} />
      <Checkbox label={t('phones.isOff')} checked={draft.isOff} onCommit={(is) => setDraft({ isOff: is })} />
    </SentForm>
  )
}
