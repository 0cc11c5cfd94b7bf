import { createSignal } from 'solid-js'
import { addPasskey } from '../../../data/page/passkeys.ts'
import { deviceLabel } from '../../../records/devices/device-label.ts'
import { createChecked, useChecks } from '../../../ui/forms/checks.ts'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { ProofForm } from '../proof-form.tsx'

interface AddPasskeyDialogProps {
  readonly onAdded: () => void
  readonly onClose: () => void
}

/** A new passkey of this device: its name and one's password, then the device asks for finger, face or PIN. */
export function AddPasskeyDialog(props: AddPasskeyDialogProps) {
  const { t } = useWords()
  const checks = useChecks()
  const [name, setName] = createSignal(deviceLabel(navigator.userAgent))
  const checked = createChecked({ name: () => checks.required(name(), t('profile.passkeys.name')) })
  const add = async (password: string) => {
    await addPasskey(name(), password)
    props.onAdded()
    props.onClose()
  }
  return (
    <Dialog open title={t('profile.passkeys.add')} onClose={props.onClose}>
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
    </Dialog>
  )
}
