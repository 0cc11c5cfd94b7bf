import { createSignal } from 'solid-js'
import { fieldLabel } from '../../../records/words/labels.ts'
import { createChecked } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface CloseDialogProps {
  readonly onNote: (note: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks why a missed call is not called back. */
export function CloseDialog(props: CloseDialogProps) {
  const { t } = useWords()
  const label = () => t(fieldLabel('calls', 'note'))
  const [note, setNote] = createSignal<string | null>(null)
  const text = () => note()?.trim() ?? ''
  const checked = createChecked({
    note: () => (text() === '' ? t('common.fields.required', { label: label() }) : undefined),
  })
  return (
    <Dialog open title={t('missedCalls.closing')} onClose={() => props.onClose()}>
      <SentForm
        submit={t('missedCalls.close')}
        checked={checked}
        onSubmit={async () => {
          await props.onNote(text())
          props.onClose()
        }}
      >
        <TextField
          required
          autofocus
          label={label()}
          value={note()}
          maxLength={500}
          error={checked.errorOf('note')}
          onCommit={setNote}
        />
      </SentForm>
    </Dialog>
  )
}
