import type { PasskeyView } from '../../../../shared/accounts/api.ts'
import { api } from '../../../data/page/api.ts'
import { ProofForm } from '../../../records/factors/proof-form.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface RemovePasskeyDialogProps {
  readonly passkey: PasskeyView
  readonly onRemoved: () => void
  readonly onClose: () => void
}

/** Takes a passkey away, of who proves that it is his own. */
export function RemovePasskeyDialog(props: RemovePasskeyDialogProps) {
  const { t } = useWords()
  const remove = async (password: string) => {
    await api('POST', `/api/passkeys/${props.passkey.id}/remove`, { password })
    props.onRemoved()
    props.onClose()
  }
  return (
    <Dialog open title={t('profile.passkeys.removeTitle', { name: props.passkey.name })} onClose={props.onClose}>
      <ProofForm submit={t('common.remove')} onProven={remove}>
        <p>{t('profile.passkeys.removeText')}</p>
      </ProofForm>
    </Dialog>
  )
}
