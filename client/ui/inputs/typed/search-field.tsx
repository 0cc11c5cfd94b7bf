import Search from 'lucide-solid/icons/search'
import X from 'lucide-solid/icons/x'
import { createSignal, Show } from 'solid-js'
import { IconButton } from '../../actions/button.tsx'
import { createOffers } from '../../keys/offers.ts'
import { useWords } from '../../words/words.tsx'
import { createFieldId } from '../field/field.tsx'
import { createTypedText } from './typed-text.ts'

export interface SearchFieldProps {
  readonly value: string
  /** While one types, whenever the fingers rest: the list narrows. */
  readonly onInput: (text: string) => void
  /** What is searched; «Найти» without it. */
  readonly label?: string | undefined
  readonly ref?: (input: HTMLInputElement) => void
}

/** Searching in a list: it narrows while one types, Escape clears. */
export function SearchField(props: SearchFieldProps) {
  const { t } = useWords()
  const id = createFieldId()
  const label = () => props.label ?? t('common.search')
  const [isBegun, setBegun] = createSignal(props.value !== '')
  let input: HTMLInputElement | undefined
  createOffers(() => ({
    heading: t('keys.groups.list'),
    rows: [{ id: 'search', label: label(), icon: Search, keys: '/', run: () => input?.focus() }],
  }))
  const typed = createTypedText(
    () => props.value,
    (text) => props.onInput(text),
  )
  const clear = () => {
    typed.set('')
    input?.focus()
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') typed.flush()
    if (event.key !== 'Escape' || typed.text() === '') return
    event.preventDefault()
    event.stopPropagation()
    clear()
  }
  return (
    <div class="search box">
      <Search class="icon" aria-hidden="true" />
      <input
        ref={(element) => {
          input = element
          props.ref?.(element)
        }}
        id={id}
        type="search"
        enterkeyhint="search"
        aria-keyshortcuts="/"
        autocomplete="off"
        aria-label={label()}
        placeholder={label()}
        value={typed.text()}
        data-draft={typed.text() === '' ? undefined : ''}
        onInput={(event) => typed.type(event.currentTarget.value)}
        onFocus={() => setBegun(true)}
        onBlur={typed.flush}
        onKeyDown={keyDown}
      />
      {/* Made before the first letter, which would wait for it. */}
      <Show when={isBegun() || typed.text() !== ''}>
        <IconButton
          icon={X}
          label={t('common.clear')}
          style={{ visibility: typed.text() === '' ? 'hidden' : undefined }}
          onClick={clear}
        />
      </Show>
    </div>
  )
}
