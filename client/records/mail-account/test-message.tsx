import { createSignal, Show } from 'solid-js'
import { messages, type Way } from '../../../shared/messages/collections.ts'
import type { LetterSender } from '../../../shared/messages/letter-sender.ts'
import { createRecord, useData } from '../../data/page/solid.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { Link } from '../../ui/actions/link.tsx'
import { single } from '../../ui/actions/single.ts'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { MessageStateChip } from '../messages/message-state.tsx'
import { useWhy } from '../words/why.ts'

/** A letter or an SMS to oneself, by what is set now; what comes of it is said here as it comes. */
export function TestMessage(props: { readonly way: Way; readonly sender?: LetterSender }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const [to, setTo] = createSignal<string | null>(props.way === 'letter' ? data.account.email : null)
  const [sent, setSent] = createSignal<string | null>(null)
  const send = single(() =>
    acts.attempt(async () => {
      const id = await data.newId('messages')
      const subject = t('sending.test.subject', { company: data.account.companyName })
      const body = t('sending.test.text', { company: data.account.companyName })
      await data.run('writeMessage', {
        id,
        way: props.way,
        to: to() ?? '',
        subject,
        body,
        sender: props.sender ?? 'company',
        delay: 0,
      })
      setSent(id)
    }),
  )
  return (
    <div class="test-message">
      <TextField
        label={t(`sending.test.to.${props.way}`)}
        type={props.way === 'letter' ? 'email' : 'tel'}
        value={to()}
        onCommit={setTo}
      />
      <Button onClick={() => void send()}>{t(`sending.test.send.${props.way}`)}</Button>
      <Show when={sent()} keyed>
        {(id) => <Outcome id={id} />}
      </Show>
    </div>
  )
}

/** What has come of it so far. */
function Outcome(props: { readonly id: string }) {
  const { t } = useWords()
  const whyOf = useWhy()
  const record = createRecord(messages, () => props.id)
  return (
    <Show when={record()?.row}>
      {(message) => (
        <p class="test-outcome" role="status">
          <MessageStateChip state={message().state} />
          <span>{whyOf(message().why) || t('sending.test.under')}</span>
          <Link href={`/outgoing/${props.id}`}>{t('common.open')}</Link>
        </p>
      )}
    </Show>
  )
}
