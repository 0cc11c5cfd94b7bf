import { createSignal, Show } from 'solid-js'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { CompleteFields, type How, SUCCESS } from '../complete-fields.tsx'
import { createSettling } from './facts/entering/settle.tsx'

/**
 * «Завершен» asks for the completion variant; a cancelled order for its reason, and «Другое» for a text. Where something was
 * shipped or paid, cancelling offers its return and refund.
 */
export function CompleteDialog(props: {
  /** The order, by id. */
  readonly order: string
  readonly onComplete: (how: How) => Promise<unknown>
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const [how, setHow] = createSignal(SUCCESS)
  const { settle, Offer } = createSettling(() => props.order)
  const isCancelled = () => how().completion === 'cancelled'
  const complete = async () => {
    const settles = isCancelled()
    await props.onComplete(how())
    if (settles) await settle()
    props.onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t('orders.move.title')}
      act={t('orders.move.submit')}
      onConfirm={complete}
      onClose={props.onClose}
    >
      <CompleteFields onChange={setHow} />
      <Show when={isCancelled()}>
        <Offer />
      </Show>
    </ConfirmDialog>
  )
}
