import { createSignal, Show } from 'solid-js'
import { type Completion, reasons } from '../../../../shared/orders/collections.ts'
import type { MoveRequest } from '../../../../shared/orders/move-order.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { Segmented } from '../../../ui/inputs/segmented.tsx'
import { Select } from '../../../ui/inputs/select.tsx'
import { TextArea } from '../../../ui/inputs/text-area.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'

/** How an order ended. */
type How = Pick<MoveRequest, 'completion' | 'reason' | 'comment'>

/** «Завершен» asks for the completion variant; a cancelled order for its reason, and «Другое» for a text. */
export function CompleteDialog(props: {
  readonly onComplete: (how: How) => Promise<unknown>
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const all = createAll(reasons)
  const [completion, setCompletion] = createSignal<Completion>('success')
  const [reason, setReason] = createSignal<string | null>(null)
  const [comment, setComment] = createSignal<string | null>(null)
  const isCancelled = () => completion() === 'cancelled'
  const asksText = () => isCancelled() && all().find((one) => one.id === reason())?.other === true
  const complete = async () => {
    const [why, text] = [isCancelled() ? reason() : null, comment()]
    await props.onComplete({ completion: completion(), ...(why && { reason: why }), ...(text && { comment: text }) })
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
      <Segmented
        label={t('orders.move.completion')}
        value={completion()}
        options={[
          { value: 'success', label: t('records.choices.success') },
          { value: 'cancelled', label: t('records.choices.cancelled') },
        ]}
        onCommit={setCompletion}
        hint={t(isCancelled() ? 'orders.move.cancelled' : 'orders.move.success')}
      />
      <Show when={isCancelled()}>
        <Select
          label={t('orders.move.reason')}
          required
          value={reason()}
          options={all().map(({ id, name, hue }) => ({ value: id, label: name ?? '', hue }))}
          onCommit={setReason}
        />
      </Show>
      <TextArea label={t('orders.move.comment')} required={asksText()} value={comment()} onCommit={setComment} />
    </ConfirmDialog>
  )
}
