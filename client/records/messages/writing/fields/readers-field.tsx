import X from 'lucide-solid/icons/x'
import { For, Show } from 'solid-js'
import { readMailboxes } from '../../../../../shared/letters/mailbox.ts'
import { doubtOfEmail } from '../../../../../shared/records/forms/email.ts'
import { createQuery } from '../../../../data/page/solid.tsx'
import { Combobox } from '../../../../ui/inputs/choice/combobox.tsx'
import type { Option } from '../../../../ui/inputs/choice/option.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import './readers-field.css'

interface ReadersFieldProps {
  readonly label: string
  readonly required?: boolean
  readonly autofocus?: boolean
  /** Addresses. */
  readonly readers: readonly string[]
  /** Addresses that are offered. */
  readonly offered: readonly Option[]
  readonly onType?: ((text: string) => void) | undefined
  readonly onChange: (readers: readonly string[]) => void
}

/** Readers of a letter: each stands by itself, and is taken away there; one or several are typed, pasted or chosen behind them. */
export function ReadersField(props: ReadersFieldProps) {
  const { t } = useWords()
  const add = (typed: string | null) => {
    const more = readMailboxes(typed ?? '').map(({ address }) => address)
    if (more.length > 0) props.onChange([...new Set([...props.readers, ...more])])
  }
  const left = () => props.offered.filter(({ value }) => !props.readers.includes(value))
  return (
    <div class="readers-field">
      <Combobox
        free
        required={props.required && props.readers.length === 0}
        autofocus={props.autofocus}
        label={props.label}
        value={null}
        text=""
        options={left()}
        onSearch={props.onType}
        placeholder={t(props.readers.length === 0 ? 'messages.write.to.letter' : 'messages.write.oneMore')}
        onCommit={add}
      />
      <Show when={props.readers.length > 0}>
        <ul class="readers" aria-label={t('messages.write.readers')}>
          <For each={props.readers}>
            {(reader) => (
              <Reader reader={reader} onRemove={() => props.onChange(props.readers.filter((one) => one !== reader))} />
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}

function Reader(props: { readonly reader: string; readonly onRemove: () => void }) {
  const { t } = useWords()
  const answer = createQuery(() => ({ what: 'readers', text: props.reader }) as const)
  const isIt = ({ address }: { readonly address: string }) => address.toLowerCase() === props.reader.toLowerCase()
  const refused = () => answer()?.readers.find(isIt)?.refused
  return (
    <li class="reader" classList={{ wrong: doubtOfEmail(props.reader) !== null || refused() !== undefined }}>
      <span class="cut">{props.reader}</span>
      <Show when={refused() !== undefined}>
        <span class="reader-refused" role="status" title={refused()}>
          {t('mail.undelivered.takesNone')}
        </span>
      </Show>
      <button
        type="button"
        class="reader-remove"
        aria-label={t('messages.write.noReader', { reader: props.reader })}
        onClick={() => props.onRemove()}
      >
        <X class="icon" aria-hidden="true" />
      </button>
    </li>
  )
}
