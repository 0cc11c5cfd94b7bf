import { createSignal } from 'solid-js'
import type { ShownFile } from '../../data/queries/files/query.ts'
import { createChecked } from '../../ui/forms/checks.ts'
import { SentForm } from '../../ui/forms/sent-form.tsx'
import { TextArea } from '../../ui/inputs/typed/text-area.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { NameDialog } from '../name-dialog.tsx'

interface FileDialogProps {
  readonly file: ShownFile
  readonly onClose: () => void
}

export function RenameDialog(props: FileDialogProps) {
  const { t } = useWords()
  const acts = useActs()
  return (
    <NameDialog
      title={t('files.rename')}
      label={t('files.name')}
      name={props.file.name ?? ''}
      maxLength={120}
      onName={(name) => acts.run('renameFile', { id: props.file.id, name }, t('files.renamed'))}
      onClose={props.onClose}
    />
  )
}

export function NoteDialog(props: FileDialogProps) {
  const { t } = useWords()
  const acts = useActs()
  const [note, setNote] = createSignal(props.file.note)
  const save = async () => {
    const args = { collection: 'files', id: props.file.id, values: { note: note() } } as const
    if (await acts.run('setRecord', args, t('files.noted'))) props.onClose()
  }
  return (
    <Dialog open title={props.file.name ?? ''} onClose={props.onClose}>
      <SentForm submit={t('common.save')} checked={createChecked({})} onSubmit={save}>
        <TextArea autofocus label={t('files.note')} value={note()} maxLength={2000} onCommit={setNote} />
      </SentForm>
    </Dialog>
  )
}
