import { createSignal, Show } from 'solid-js'
import { type Completion, reasons } from '../../../shared/orders/collections.ts'
import type { MoveRequest } from '../../../shared/orders/moves/move-order.ts'
import { createAll } from '../../data/page/solid.tsx'
import { Select } from '../../ui/inputs/choice/select.tsx'
import { Segmented } from '../../ui/inputs/toggles/segmented.tsx'
import { TextArea } from '../../ui/inputs/typed/text-area.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** How an order ended. */
export type How = Pick<MoveRequest, 'completion' | 'reason' | 'comment'>

/** What «Завершен» asks for: the completion variant; of a cancelled order its reason, and with «Другое» a text. */
export function CompleteFields(props: { readonly onChange: (how: How) => void }) {
  const { t } = useWords()
  const all = createAll(reasons)
  const [completion, setCompletion] = createSignal<Completion>('success')
  const [reason, setReason] = createSignal<string | null>(null)
  const [comment, setComment] = createSignal<string | null>(null)
  const isCancelled = () => completion() === 'cancelled'
  const asksText = () => isCancelled() && all().find((one) => one.id === reason())?.other === true
  const tell = () => {
    const [why, text] = [isCancelled() ? reason() : null, comment()]
    props.onChange({ completion: completion(), ...(why && { reason: why }), ...(text && { comment: text }) })
  }
  return (
    <>
      <Segmented
        label={t('orders.move.completion')}
        value={completion()}
        options={[
          { value: 'success', label: t('records.choices.success') },
          { value: 'cancelled', label: t('records.choices.cancelled') },
        ]}
        onCommit={(value) => {
          setCompletion(value)
          tell()
        }}
        hint={t(isCancelled() ? 'orders.move.cancelled' : 'orders.move.success')}
      />
      <Show when={isCancelled()}>
        <Select
          label={t('orders.move.reason')}
          required
          value={reason()}
          options={all().map(({ id, name, hue }) => ({ value: id, label: name ?? '', hue }))}
          onCommit={(value) => {
            setReason(value)
            tell()
          }}
        />
      </Show>
      <TextArea
        label={t('orders.move.comment')}
        required={asksText()}
        value={comment()}
        onCommit={(value) => {
          setComment(value)
          tell()
        }}
      />
    </>
  )
}

/** What is said of the completion while nothing is filled in. */
export const SUCCESS: How = { completion: 'success' }
