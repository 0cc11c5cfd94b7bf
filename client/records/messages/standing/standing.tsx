import { Show } from 'solid-js'
import { isWaiting } from '../../../../shared/messages/acts/call-off.ts'
import type { Message } from '../../../../shared/messages/collections.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { Undelivered } from '../../letters/undelivered.tsx'
import { useWhy } from '../../words/why.ts'
import { MessageStateChip } from '../message-state.tsx'
import './standing.css'

/** How a message stands, since when or until when, and why. */
export function Standing(props: { readonly message: Message }) {
  const { t, format } = useWords()
  const whyOf = useWhy()
  const waits = () => isWaiting(props.message)
  return (
    <div class="message-standing">
      <p class="message-state">
        <MessageStateChip state={props.message.state} undelivered={props.message.undelivered} />
        <Show when={props.message.sent}>{(sent) => <span>{format.dateTime(sent())}</span>}</Show>
        <Show when={waits() && props.message.due}>
          {(due) => <span class="dim">{t('messages.notBefore', { when: format.when(due()) })}</span>}
        </Show>
      </p>
      <Show when={whyOf(props.message.why)}>{(why) => <p>{why()}</p>}</Show>
      <Undelivered kept={props.message.undelivered} />
      <Show when={(props.message.attempts ?? 0) > 0}>
        <p class="dim">{t('messages.attempts', { n: props.message.attempts ?? 0 })}</p>
      </Show>
    </div>
  )
}
