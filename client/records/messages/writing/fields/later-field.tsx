import Clock from 'lucide-solid/icons/clock'
import { createSignal, Show } from 'solid-js'
import { IconButton } from '../../../../ui/actions/button.tsx'
import { MomentField } from '../../../../ui/inputs/dates/date-field.tsx'
import { useWords } from '../../../../ui/words/words.tsx'

interface LaterFieldProps {
  /** Ms since 1970; null: it goes at once. */
  readonly value: number | null
  readonly onChange: (at: number | null) => void
}

/** «Отправить позже»: when a message is to go. */
export function LaterField(props: LaterFieldProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <Show
      when={isOpen() || props.value !== null}
      fallback={
        <IconButton look="plain" icon={Clock} label={t('messages.write.later')} onClick={() => setOpen(true)} />
      }
    >
      <MomentField bare label={t('messages.write.later')} value={props.value} onCommit={props.onChange} />
    </Show>
  )
}
