import { createSignal, Show } from 'solid-js'
import type { Message } from '../../../../shared/messages/collections.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { ConfirmDialog } from '../../../ui/overlays/confirm-dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useActs } from '../../acts/use-acts.ts'
import { useMayWrite } from '../../rights.ts'
import { useCallingOff, useRecalling } from '../writing/recalled/recalling.ts'

interface ActsProps {
  readonly message: Message
  /** What is called off is opened again, to be written on. */
  readonly recalls?: boolean
}

/** What can be done with a message: one that waits is cancelled, one that did not go is sent again. */
export function Acts(props: ActsProps) {
  const { t } = useWords()
  const acts = useActs()
  const recall = useRecalling()
  const callOff = useCallingOff()
  const mayWrite = useMayWrite('messages')
  const [isAsked, setAsked] = createSignal(false)
  const state = () => props.message.state ?? 'waiting'
  const cancel = () => (props.recalls ? recall(props.message.id) : acts.attempt(() => callOff(props.message.id)))
  const again = () => acts.run('sendAgain', { id: props.message.id }, t('messages.asked'))
  return (
    <Show when={mayWrite && !props.message.gone && !props.message.newer}>
      <Show when={state() === 'waiting'}>
        <Button onClick={() => void cancel()}>{t('messages.cancel')}</Button>
      </Show>
      <Show when={state() === 'failed' || state() === 'cancelled'}>
        <Button onClick={() => void again()}>{t('messages.again')}</Button>
      </Show>
      <Show when={state() === 'doubtful'}>
        <Button onClick={() => setAsked(true)}>{t('messages.again')}</Button>
      </Show>
      <ConfirmDialog
        open={isAsked()}
        title={t('messages.againAsk')}
        act={t('messages.again')}
        onConfirm={() => again()}
        onClose={() => setAsked(false)}
      >
        <p>{t('messages.againText')}</p>
      </ConfirmDialog>
    </Show>
  )
}
