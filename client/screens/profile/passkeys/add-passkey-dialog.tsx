import { AddPasskey } from '../../../records/factors/add-passkey.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface AddPasskeyDialogProps {
  readonly onAdded: () => void
  readonly onClose: () => void
}

/** A new passkey of this device. */
export function AddPasskeyDialog(props: AddPasskeyDialogProps) {
  const { t } = useWords()
  const added = () => {
    props.onAdded()
    props.onClose()
  }
  return (
    <Dialog open title={t('profile.passkeys.add')} onClose={props.onClose}>
      <AddPasskey onAdded={added} />
    </Dialog>
  )
}
