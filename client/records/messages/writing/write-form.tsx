import Eye from 'lucide-solid/icons/eye'
import Pencil from 'lucide-solid/icons/pencil'
import Trash from 'lucide-solid/icons/trash'
import X from 'lucide-solid/icons/x'
import { createEffect, createSignal, Show } from 'solid-js'
import { offeredAt } from '../../../../shared/features/places.ts'
import { smsOf } from '../../../../shared/messages/body/plain.ts'
import { readBody } from '../../../../shared/messages/body/read-body.ts'
import { messages, sortOf, WAYS } from '../../../../shared/messages/collections.ts'
import { createQuery, createRecord } from '../../../data/page/solid.tsx'
import { IconButton } from '../../../ui/actions/button.tsx'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { choiceLabel, fieldLabel } from '../../words/labels.ts'
import { FilledView, Problems, useSmsCount } from '../filled-view.tsx'
import { createOffered } from '../offered.ts'
import { BodyField } from '../text-fields.tsx'
import type { MessageStart } from './begun/start.ts'
import type { Opened } from './begun/typed.ts'
import { createMessage } from './create-message.ts'
import { useGivingUp } from './draft/giving-up.ts'
import { BelowText } from './fields/below-text.tsx'
import { Envelope } from './fields/envelope.tsx'
import { FilesField } from './fields/files-field.tsx'
import { LaterField } from './fields/later-field.tsx'
import './writing.css'

interface WriteFormProps {
  readonly start: MessageStart
  readonly opened: Opened
  /** It was sent, given up, or put away. */
  readonly onEnd: () => void
  /** It has a button to be put away by. */
  readonly closes?: boolean
}

/** What is written, whether it stands in a dialog or below a letter. */
export function WriteForm(props: WriteFormProps) {
  const { t } = useWords()
  const message = createMessage(props.start, props.opened)
  const [isShown, setShown] = createSignal(false)
  const [isSending, setSending] = createSignal(false)
  const send = async () => {
    setSending(true)
    try {
      await message.send()
      props.onEnd()
    } finally {
      setSending(false)
    }
  }
  // Another tab has sent it: there is nothing left to send in a form that nobody has written in.
  const written = createRecord(messages, () => props.opened.id)
  createEffect(() => {
    if (written()?.row && !isSending() && message.isUntouched()) props.onEnd()
  })
  return (
    <SentForm
      submit={t('messages.write.send')}
      onSubmit={send}
      beside={
        <>
          <LaterField value={message.typed().notBefore ?? null} onChange={(notBefore) => message.put({ notBefore })} />
          <IconButton
            look="plain"
            icon={isShown() ? Pencil : Eye}
            label={t(isShown() ? 'messages.write.change' : 'messages.write.look')}
            onClick={() => setShown(!isShown())}
          />
          <Leaving {...props} message={message} />
        </>
      }
    >
      <div class="write-message" ref={sendByKeys}>
        <Offline />
        <Show when={message.isElsewhere()}>
          <Banner look="warn">{t('messages.write.elsewhere')}</Banner>
        </Show>
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

/** Puts it away, or gives it up; what goes with a made file is given up with its dialog. */
function Leaving(props: WriteFormProps & { readonly message: ReturnType<typeof createMessage> }) {
  const { t } = useWords()
  const { giveUp, putAway } = useGivingUp(props.start, props.message)
  const leave = (way: () => Promise<boolean>) => () => void way().then((isDone) => isDone && props.onEnd())
  return (
    <Show when={!props.start.made}>
      <IconButton look="plain" icon={Trash} label={t('messages.write.giveUp')} onClick={leave(giveUp)} />
      <Show when={props.closes}>
        <IconButton class="write-close" icon={X} label={t('common.close')} onClick={leave(putAway)} />
      </Show>
    </Show>
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
  const sort = () => typed().order?.sort ?? sortOf(typed().template?.sort)
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
          options={offeredAt('ways', WAYS).map((way) => ({
            value: way,
            label: t(choiceLabel('messages', 'way', way)),
          }))}
          onCommit={(way) => void message.setWay(way)}
        />
      </Show>
      <Envelope message={message} customer={props.customer} offered={offered} isAnswer={isAnswer()} />
      <Problems problems={typed().problems} offered={offered} />
      <BodyField
        {...typed()}
        beginsInText={Boolean(typed().answers)}
        hintOf={hintOf}
        onWrite={message.note}
        onCommit={(change) => message.put(change)}
      />
      <Show when={typed().way === 'letter'}>
        <BelowText message={message} />
        <FilesField message={message} customer={props.customer} sort={sort()} brief={isAnswer()} />
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
