import Send from 'lucide-solid/icons/send-horizontal'
import X from 'lucide-solid/icons/x'
import { createSignal, createUniqueId, onMount, Show } from 'solid-js'
import type { Said } from '../../../data/queries/discussion/query.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Quote } from '../quote.tsx'
import { createMentions, MentionList } from './mentions.tsx'
import type { Writing } from './writing.ts'

interface ComposerProps {
  readonly writing: Writing
  /** What is written: names the box. */
  readonly label: string
  /** What sends it. */
  readonly send: string
  readonly answered?: Said | null
  readonly onUnanswer?: () => void
  readonly autofocus?: boolean
  /** Given up, by Escape or a button. */
  readonly onCancel?: () => void
  readonly onDone: () => void
}

/** Where a comment is written: Ctrl+Enter sends, «@» names somebody. */
export function Composer(props: ComposerProps) {
  const { t } = useWords()
  const list = createUniqueId()
  const [isBusy, setBusy] = createSignal(false)
  let box: HTMLTextAreaElement | undefined
  const mentions = createMentions({ writing: props.writing, box: () => box })
  const send = async () => {
    if (isBusy() || props.writing.isEmpty()) return
    setBusy(true)
    const isDone = await props.writing.send()
    setBusy(false)
    if (isDone) props.onDone()
  }
  const keyDown = (event: KeyboardEvent) => {
    if (mentions.take(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    } else if (event.key === 'Escape' && props.onCancel) {
      hold(event)
      props.onCancel()
    } else if (event.key === 'Escape' && props.answered) {
      hold(event)
      props.onUnanswer?.()
    }
  }
  const type = (text: string) => {
    props.writing.setTyped({ ...props.writing.typed(), text })
    mentions.look()
  }
  onMount(() => props.autofocus && box?.focus())
  return (
    <div class="composer">
      <Show when={props.answered}>
        {(answered) => (
          <div class="composer-answers">
            <Quote answered={answered()} />
            <IconButton icon={X} label={t('discussion.unanswer')} onClick={() => props.onUnanswer?.()} />
          </div>
        )}
      </Show>
      <MentionList id={list} mentions={mentions} />
      <div class="box">
        <textarea
          ref={box}
          rows={2}
          value={props.writing.typed().text}
          aria-label={props.label}
          placeholder={props.label}
          aria-autocomplete="list"
          aria-controls={mentions.offered().length > 0 ? list : undefined}
          aria-activedescendant={mentions.offered().length > 0 ? `${list}-${mentions.at()}` : undefined}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={keyDown}
          onClick={mentions.look}
          onBlur={mentions.close}
        />
      </div>
      <div class="composer-acts">
        <span class="dim composer-hint">{t('discussion.hint')}</span>
        <Show when={props.onCancel}>
          <Button size="small" look="ghost" onClick={() => props.onCancel?.()}>
            {t('common.cancel')}
          </Button>
        </Show>
        <Button
          size="small"
          look="primary"
          icon={Send}
          busy={isBusy()}
          disabled={props.writing.isEmpty()}
          onClick={() => void send()}
        >
          {props.send}
        </Button>
      </div>
    </div>
  )
}

/** Escape was meant for what is written here, not for the card around it. */
function hold(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
