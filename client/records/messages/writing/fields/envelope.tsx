import { type JSX, Show } from 'solid-js'
import { Fold } from '../../../../ui/layout/fold.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { fieldLabel } from '../../../words/labels.ts'
import type { OfferedParameters } from '../../offered.ts'
import { SubjectField } from '../../text-fields.tsx'
import type { createMessage } from '../create-message.ts'
import { PhoneField } from './phone-field.tsx'
import { SenderField } from './sender-field.tsx'
import { TemplateFields } from './template-fields.tsx'
import { ToFields } from './to-fields.tsx'

interface EnvelopeProps {
  readonly message: ReturnType<typeof createMessage>
  readonly customer: string | null
  readonly offered: OfferedParameters
  /** All of it is known already: it is folded to a line, but for readers, where there are none. */
  readonly isAnswer: boolean
}

/** To whom a message goes, in whose name, by which template and under what subject. */
export function Envelope(props: EnvelopeProps) {
  const { t } = useWords()
  const { message } = props
  const { typed } = message
  const to = () => <ToFields message={message} isAnswer={props.isAnswer} />
  const hadNobody = message.to() === null
  const readers = () => [message.to(), ...(typed().cc ?? []), ...(typed().bcc ?? [])].filter(Boolean).join(', ')
  const folded = (title: 'to' | 'subject', summary: string | null, inside: JSX.Element) => (
    <Fold
      title={t(fieldLabel('messages', title))}
      summary={summary ?? ''}
      // What is missing is not hidden.
      open={title === 'to' && message.to() === null}
    >
      <div class="write-envelope">{inside}</div>
    </Fold>
  )
  return (
    <Show when={props.isAnswer} fallback={[to(), <Rest {...props} />]}>
      <Show when={hadNobody} fallback={folded('to', readers(), [to(), <Rest {...props} />])}>
        {to()}
        {folded('subject', typed().subject, <Rest {...props} />)}
      </Show>
    </Show>
  )
}

function Rest(props: EnvelopeProps) {
  const { message } = props
  const isLetter = () => message.typed().way === 'letter'
  return (
    <>
      <div class="write-pair">
        <Show when={isLetter()} fallback={<PhoneField message={message} />}>
          <SenderField message={message} />
        </Show>
        <TemplateFields message={message} customer={props.customer} />
      </div>
      <Show when={isLetter()}>
        <SubjectField
          {...message.typed()}
          offered={props.offered}
          onWrite={message.note}
          onCommit={(change) => message.put(change)}
        />
      </Show>
    </>
  )
}
