import { createSignal } from 'solid-js'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { CompleteFields, type How, SUCCESS } from '../complete-fields.tsx'

/** «Завершен» asks for the completion variant; a cancelled order for its reason, and «Другое» for a text. */
export function CompleteDialog(props: {
  readonly onComplete: (how: How) => Promise<unknown>
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const [how, setHow] = createSignal(SUCCESS)
  return (
    <ConfirmDialog
      open
      title={t('orders.move.title')}
      act={t('orders.move.submit')}
      onConfirm={async () => {
        await props.onComplete(how())
        props.onClose()
      }}
      onClose={props.onClose}
    >
      <CompleteFields onChange={setHow} />
    </ConfirmDialog>
  )
}
