import { createSignal } from 'solid-js'
import { TextArea } from '../../../ui/inputs/typed/text-area.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** What the dialog of reopening is given. */
export interface ReopenDialogProps {
  /** The name of the state in which the order will be open again. */
  readonly state: string
  readonly onReopen: (comment: string) => Promise<unknown>
  readonly onClose: () => void
}

/** Reopening is a move with a comment that says why. */
export function ReopenDialog(props: ReopenDialogProps) {
  const { t } = useWords()
  const [comment, setComment] = createSignal<string | null>(null)
  const reopen = async () => {
    await props.onReopen(comment() ?? '')
    props.onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t('orders.move.reopenTitle')}
      act={t('orders.move.reopen')}
      onConfirm={reopen}
      onClose={props.onClose}
    >
      <p>{t('orders.move.reopenText', { state: props.state })}</p>
      <TextArea label={t('orders.move.comment')} required autofocus value={comment()} onCommit={setComment} />
    </ConfirmDialog>
  )
}
