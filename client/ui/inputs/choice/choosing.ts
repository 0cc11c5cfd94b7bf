import { createMemo, createSignal } from 'solid-js'
import { useWords } from '../../words/words.tsx'
import type { FieldProps } from '../field/field.tsx'
import { createHeld, type OnCommit } from '../field/held.ts'
import { folded, MOST_OPTIONS, matchOptions, meantOption } from './match-options.ts'
import type { Option } from './option.tsx'

export interface ComboboxProps extends FieldProps {
  readonly value: string | null
  /** All there is, or with `onSearch` what the caller found. At most 50 are drawn. */
  readonly options: readonly Option[]
  readonly onCommit: OnCommit<string | null>
  /** The name of the value, where it may be outside of `options`. */
  readonly text?: string | undefined
  /** The caller narrows the options to this text; without it they are narrowed here. */
  readonly onSearch?: ((text: string) => void) | undefined
  readonly loading?: boolean | undefined
  /** How many options match in all, where `options` is a part of them. */
  readonly total?: number | undefined
  /** Makes a new thing of that name: the list then ends with «Создать …». A promise is waited for. */
  readonly onCreate?: ((name: string) => unknown) | undefined
  readonly placeholder?: string | undefined
  /** May be emptied; true unless the field is required. */
  readonly clearable?: boolean | undefined
  readonly autofocus?: boolean | undefined
}

/** The option that makes a new thing of what was typed. */
export const CREATE = '\u0000create'

/** What a combobox knows: what is typed, which options match, what is chosen. */
export function createChoosing(props: ComboboxProps) {
  const { t } = useWords()
  const [query, setQuery] = createSignal<string | null>(null)
  const [making, setMaking] = createSignal<string | null>(null)
  const [isOpen, setOpen] = createSignal(false)
  const held = createHeld(
    () => props.value,
    (value) => props.onCommit(value),
  )
  const matching = createMemo(() => (props.onSearch ? props.options : matchOptions(props.options, query() ?? '')))
  const drawn = createMemo(() => around(matching(), query() === null ? held.shown() : null))
  const rows = createMemo((): readonly Option[] => {
    const name = query()?.trim() ?? ''
    if (!props.onCreate || name === '' || matching().some((option) => folded(option.label) === folded(name)))
      return drawn()
    return [...drawn(), { value: CREATE, label: t('common.createNamed', { name }) }]
  })
  const nameOf = (value: string | null) =>
    value === null
      ? ''
      : (props.options.find((option) => option.value === value)?.label ??
        (value === props.value ? props.text : undefined) ??
        '')

  /** Names that were chosen once, so that a chosen option is named while the caller's answer is under way. */
  let chosenName: { readonly value: string; readonly label: string } | undefined

  function type(text: string): void {
    setQuery(text)
    props.onSearch?.(text)
  }

  function stop(): void {
    if (query() === null) return
    setQuery(null)
    props.onSearch?.('')
  }

  function put(option: Option | null): void {
    stop()
    chosenName = option ?? undefined
    const value = option?.value ?? null
    if (value !== held.shown()) held.put(value)
  }

  async function create(name: string): Promise<void> {
    stop()
    setMaking(name)
    try {
      await props.onCreate?.(name)
    } finally {
      setMaking(null)
    }
  }

  function choose(value: string): void {
    if (value === CREATE) void create(query()?.trim() ?? '')
    else put(rows().find((option) => option.value === value) ?? null)
  }

  function leave(): void {
    const text = query()
    if (text === null) return
    if (text.trim() === '') {
      if (props.clearable ?? !props.required) put(null)
      else stop()
      return
    }
    const meant = meantOption(matching(), text)
    if (meant) put(meant)
    else stop()
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !isOpen()) leave()
    if (event.key !== 'Escape' || (query() === null && !isOpen())) return
    stop()
    event.preventDefault()
    event.stopPropagation()
  }

  return {
    rows,
    hidden: () => Math.max(0, (props.total ?? matching().length) - drawn().length),
    shown: held.shown,
    failed: held.failed,
    isTyping: () => query() !== null,
    text: () => {
      const shown = held.shown()
      return query() ?? making() ?? (nameOf(shown) || (chosenName?.value === shown ? chosenName?.label : '') || '')
    },
    setOpen,
    type,
    choose,
    /** Back to what is chosen. */
    restore: stop,
    clear: () => put(null),
    leave,
    keyDown,
  }
}

/** The options that are drawn: the first ones, and the chosen one among them. */
function around(options: readonly Option[], chosen: string | null): readonly Option[] {
  const first = options.slice(0, MOST_OPTIONS)
  if (chosen === null || first.some((option) => option.value === chosen)) return first
  const found = options.find((option) => option.value === chosen)
  return found ? [found, ...first.slice(0, -1)] : first
}
