import Search from 'lucide-solid/icons/search'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { IconButton } from '../../actions/button.tsx'
import { createOffers } from '../../keys/offers.ts'
import { useWords } from '../../words/words.tsx'
import { createFieldId } from '../field/field.tsx'

export interface SearchFieldProps {
  readonly value: string
  /** Each change: a list narrows while one types. */
  readonly onInput: (text: string) => void
  /** What is searched; «Найти» without it. */
  readonly label?: string | undefined
  readonly ref?: (input: HTMLInputElement) => void
}

/** Searching in a list: each key counts, Escape clears. */
export function SearchField(props: SearchFieldProps) {
  const { t } = useWords()
  const id = createFieldId()
  const label = () => props.label ?? t('common.search')
  let input: HTMLInputElement | undefined
  createOffers(() => ({
    heading: t('keys.groups.list'),
    rows: [{ id: 'search', label: label(), icon: Search, keys: '/', run: () => input?.focus() }],
  }))
  const clear = () => {
    props.onInput('')
    input?.focus()
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || props.value === '') return
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
        value={props.value}
        data-draft={props.value === '' ? undefined : ''}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={keyDown}
      />
      <Show when={props.value !== ''}>
        <IconButton icon={X} label={t('common.clear')} onClick={clear} />
      </Show>
    </div>
  )
}
