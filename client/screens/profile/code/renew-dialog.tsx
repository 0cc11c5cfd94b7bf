import { createSignal, Show } from 'solid-js'
import type { BackupCodes as Answer } from '../../../../shared/accounts/api.ts'
import { api } from '../../../data/page/api.ts'
import { BackupCodes } from '../../../records/factors/backup-codes.tsx'
import { ProofForm } from '../../../records/factors/proof-form.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** Fresh backup codes: the password, then the codes, once. */
export function RenewDialog(props: { readonly onClose: () => void }) {
  const { t } = useWords()
  const [codes, setCodes] = createSignal<readonly string[]>()
  const renew = async (password: string) =>
    setCodes((await api<Answer>('POST', '/api/second-factor/backup-codes', { password })).backupCodes)
  return (
    <Dialog open title={t('profile.code.renew')} onClose={props.onClose}>
      <Show when={codes()} fallback={<ProofForm onProven={renew} />}>
        {(fresh) => <BackupCodes codes={fresh()} onKept={props.onClose} />}
      </Show>
    </Dialog>
  )
}
