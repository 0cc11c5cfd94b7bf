import { createSignal } from 'solid-js'
import { addPasskey } from '../../data/page/account/passkeys.ts'
import { createChecked, useChecks } from '../../ui/forms/checks.ts'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { deviceLabel } from '../devices/device-label.ts'
import { ProofForm } from './proof-form.tsx'

/** A new passkey of this device: its name and one's password, then the device asks for finger, face or PIN. */
export function AddPasskey(props: { readonly onAdded: () => void }) {
  const { t } = useWords()
  const checks = useChecks()
  const [name, setName] = createSignal(deviceLabel(navigator.userAgent))
  const checked = createChecked({ name: () => checks.required(name(), t('profile.passkeys.name')) })
  const add = async (password: string) => {
    await addPasskey(name(), password)
    props.onAdded()
  }
  return (
    <ProofForm submit={t('profile.passkeys.add')} before={checked} onProven={add}>
      <TextField
        label={t('profile.passkeys.name')}
        hint={t('profile.passkeys.nameHint')}
        maxLength={60}
        error={checked.errorOf('name')}
        value={name() || null}
        onCommit={(text) => setName(text ?? '')}
      />
    </ProofForm>
  )
}
