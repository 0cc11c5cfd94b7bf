import { createSignal, type JSX, Show } from 'solid-js'
import { smsOf } from '../../../../shared/messages/body/plain.ts'
import { readBody } from '../../../../shared/messages/body/read-body.ts'
import { WAYS } from '../../../../shared/messages/collections.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { choiceLabel, fieldLabel } from '../../words/labels.ts'
import { FilledView, Problems, useSmsCount } from '../filled-view.tsx'
import { createOffered } from '../offered.ts'
import { PapersChoice } from '../papers-choice.tsx'
import { TextFields } from '../text-fields.tsx'
import { createMessage } from './create-message.ts'
import { BelowText } from './fields/below-text.tsx'
import { FilesField } from './fields/files-field.tsx'
import { LaterField } from './fields/later-field.tsx'
import { SenderField } from './fields/sender-field.tsx'
import { TemplateFields } from './fields/template-fields.tsx'
import { ToFields } from './fields/to-fields.tsx'
import type { MessageStart } from './start.ts'
import type { Opened } from './typed.ts'
import './writing.css'

interface WriteFormProps {
  readonly start: MessageStart
  readonly opened: Opened
  readonly onSent: () => void
  /** Other buttons. */
  readonly beside?: JSX.Element
}

/** What is written, whether it stands in a dialog or below a letter. */
export function WriteForm(props: WriteFormProps) {
  const { t } = useWords()
  const message = createMessage(props.start, props.opened)
  const [isShown, setShown] = createSignal(false)
  const send = async () => {
    await message.send()
    props.onSent()
  }
  return (
    <SentForm
      submit={t('messages.write.send')}
      onSubmit={send}
      beside={
        <>
          <Button aria-pressed={isShown()} onClick={() => setShown(!isShown())}>
            {t(isShown() ? 'messages.write.change' : 'messages.write.look')}
          </Button>
          <LaterField value={message.typed().notBefore ?? null} onChange={(notBefore) => message.put({ notBefore })} />
          {props.beside}
        </>
      }
    >
      <div class="write-message" ref={sendByKeys}>
        <Offline />
        <Show when={isShown()} fallback={<Written message={message} customer={props.start.customer} />}>
          <FilledView way={message.typed().way} subject={message.typed().subject} body={message.typed().body} />
          <Show when={message.typed().way === 'letter'}>
            <BelowText message={message} readOnly />
          </Show>
        </Show>
      </div>
    </SentForm>
  )
}

/** From its text, where Enter begins a line. */
function sendByKeys(part: HTMLElement): void {
  part.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if (key === 'Enter' && (ctrlKey || metaKey)) part.closest('form')?.requestSubmit()
  })
}

interface WrittenProps {
  readonly message: ReturnType<typeof createMessage>
  readonly customer: string | null
}

/** What is filled in. */
function Written(props: WrittenProps) {
  const { t } = useWords()
  const countOf = useSmsCount()
  const { message } = props
  const typed = message.typed
  const sort = () => typed().order?.sort ?? typed().template?.sort ?? 'customer'
  const offered = createOffered(sort)
  const isAnswer = () => Boolean(typed().answers || typed().forwards)
  const hintOf = (body: string | null) => (typed().way === 'sms' ? countOf(smsOf(readBody(body))) : undefined)
  return (
    <>
      <Show when={!isAnswer()}>
        <Segmented
          bare
          label={t(fieldLabel('messages', 'way'))}
          value={typed().way}
          options={WAYS.map((way) => ({ value: way, label: t(choiceLabel('messages', 'way', way)) }))}
          onCommit={(way) => void message.setWay(way)}
        />
      </Show>
      <ToFields message={message} isAnswer={isAnswer()} />
      <div class="write-pair">
        <Show when={typed().way === 'letter'}>
          <SenderField message={message} />
        </Show>
        <TemplateFields message={message} customer={props.customer} />
      </div>
      <Problems problems={typed().problems} offered={offered} />
      <TextFields
        way={typed().way}
        subject={typed().subject}
        body={typed().body}
        beginsInText={Boolean(typed().answers)}
        hintOf={hintOf}
        onCommit={(change) => message.put(change)}
      />
      <Show when={typed().way === 'letter'}>
        <BelowText message={message} />
      </Show>
      <Show when={typed().way === 'letter' && typed().order !== null}>
        <PapersChoice sort={sort()} chosen={typed().papers} onChange={(papers) => message.put({ papers })} />
      </Show>
      <Show when={typed().way === 'letter'}>
        <FilesField message={message} customer={props.customer} />
      </Show>
    </>
  )
}

/** Without a line it waits on this device. */
function Offline() {
  const { t } = useWords()
  const status = createQuery(() => ({ what: 'status' }) as const)
  return (
    <Show when={status()?.online === false}>
      <Banner>{t('messages.write.offline')}</Banner>
    </Show>
  )
}
