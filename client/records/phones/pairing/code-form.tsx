import { createSignal } from 'solid-js'
import { PHONE_WAYS, type PhoneWay } from '../../../../shared/calls/collections.ts'
import { lineFieldsOf } from '../../../../shared/calls/line-settings.ts'
import type { PairingAsked, PairingCode } from '../../../../shared/calls/phones.ts'
import { api } from '../../../data/page/api.ts'
import { createChecked } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { choiceLabel } from '../../words/labels.ts'

const WAYS = PHONE_WAYS.filter((way) => lineFieldsOf(way) === null)

/** By what a phone is to be connected. */
export function CodeForm(props: { readonly onGiven: (code: PairingCode) => void }) {
  const { t } = useWords()
  const [way, setWay] = createSignal<PhoneWay>('page')
  const [name, setName] = createSignal('')
  const checked = createChecked({})
  const ask = async () => {
    const asked: PairingAsked = { name: name(), way: way() }
    props.onGiven(await api<PairingCode>('POST', '/api/phones/codes', asked))
  }
  return (
    <SentForm submit={t('phones.pairing.ask')} checked={checked} onSubmit={ask}>
      <p class="dim">{t('phones.pairing.text')}</p>
      <Select
        label={t('phones.way')}
        value={way()}
        options={WAYS.map((value) => ({ value, label: t(choiceLabel('phones', 'way', value)) }))}
        onCommit={(chosen) => setWay(chosen as PhoneWay)}
      />
      <TextField
        label={t('phones.pairing.name')}
        maxLength={80}
        value={name() || null}
        onCommit={(typed) => setName(typed ?? '')}
      />
    </SentForm>
  )
}
