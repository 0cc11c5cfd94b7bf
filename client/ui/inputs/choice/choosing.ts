import { type Accessor, createEffect, createMemo, createSignal, type JSX, on, onCleanup } from 'solid-js'
import { useWords } from '../../words/words.tsx'
import type { FieldProps } from '../field/field.tsx'
import { createHeld, type OnCommit } from '../field/held.ts'
import {
  chosenOption,
  folded,
  MOST_FOUND,
  MOST_OPTIONS,
  matchOptions,
  meantOption,
  namedOption,
} from './match-options.ts'
import type { Option } from './option.tsx'

export interface ComboboxProps extends FieldProps {
  readonly value: string | null
  /** All there is, or with `onSearch` what the caller found. At most 80 are drawn, fewer while one types. */
  readonly options: readonly Option[]
  readonly onCommit: OnCommit<string | null>
  /** The name of the value, where it may be outside of `options`. */
  readonly text?: string | undefined
  /** The caller narrows the options to this text; without it they are narrowed here. */
  readonly onSearch?: ((text: string) => void) | undefined
  /** The options are of another text yet: they are narrowed here, and a text that is left waits for its own. */
  readonly loading?: boolean | undefined
  /** How many options match in all, where `options` is a part of them. */
  readonly total?: number | undefined
  /** Makes a new thing of that name: the list then ends with «Создать …». A promise is waited for. */
  readonly onCreate?: ((name: string) => unknown) | undefined
  /** Any other text may stand there, too, and is a value of its own. */
  readonly free?: boolean | undefined
  readonly placeholder?: string | undefined
  /** May be emptied; true unless the field is required. */
  readonly clearable?: boolean | undefined
  readonly autofocus?: boolean | undefined
  /** What stands behind the text. */
  readonly end?: JSX.Element
}

/** The option that makes a new thing of what was typed. */
export const CREATE = '\u0000create'

/** The option that empties the field, where it has no cross. */
const CLEAR = '\u0000clear'

/** A longer text (characters) is a paste gone wrong: nothing is made of it. */
const LONGEST_NAME = 500

/** What a combobox knows: what is typed, which options match, what is chosen. `clearsInside`: the options begin with none. */
export function createChoosing(props: ComboboxProps, clearsInside: Accessor<boolean>) {
  const [query, setQuery] = createSignal<string | null>(null)
  const narrowing = createNarrowing(query)
  const [isOpen, setOpen] = createSignal(false)
  const held = createHeld(
    () => props.value,
    (value) => props.onCommit(value),
  )
  const mayClear = () => clearsInside() && held.shown() !== null
  const offered = createOffered(props, narrowing.asked, held.shown, mayClear)
  const names = createNames(props, held.shown)
  const unread = createUnread(props)
  const type = (text: string) => {
    setQuery(text)
    unread.forgive()
    narrowing.begin()
    props.onSearch?.(text)
  }
  /** Back to what is chosen. */
  const restore = () => {
    if (query() === null) return
    setQuery(null)
    unread.forgive()
    narrowing.end()
    props.onSearch?.('')
  }
  const put = (option: Option | null) => {
    restore()
    names.note(option)
    const value = option?.value ?? null
    if (value !== held.shown()) held.put(value)
  }
  /** What is not there any more takes nothing away. */
  const putOffered = (value: string) => {
    const option = chosenOption(value, offered.rows(), props.options)
    if (option) put(option)
  }
  const choose = (value: string) => {
    const name = query()?.trim() ?? ''
    if (value === CLEAR) return put(null)
    if (value !== CREATE) return putOffered(value)
    restore()
    void names.create(name)
  }
  const leave = createLeaving(props, query, { ...narrowing, ...offered, ...unread, put, restore })
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !isOpen()) leave()
    if (event.key !== 'Escape' || (query() === null && !isOpen())) return
    restore()
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    rows: offered.rows,
    hidden: offered.hidden,
    shown: held.shown,
    failed: () => unread.sentence() ?? held.failed(),
    isTyping: () => query() !== null,
    text: () => query() ?? names.shown(),
    ...{ setOpen, type, choose, restore, leave, keyDown },
    /** To be called before anything hears of a key: what it is about is what matches all that was typed. */
    beforeKey: narrowing.end,
    clear: () => put(null),
  }
}

/** What has a part in leaving the field. */
interface Leaving
  extends Pick<ReturnType<typeof createNarrowing>, 'end'>,
    Pick<ReturnType<typeof createOffered>, 'matching'>,
    Pick<ReturnType<typeof createUnread>, 'waits' | 'isAnswered' | 'say'> {
  readonly put: (option: Option | null) => void
  readonly restore: () => void
}

/** Leaving takes what the text means; where what matches it is not known yet, as soon as it is. */
function createLeaving(props: ComboboxProps, query: Accessor<string | null>, field: Leaving): () => void {
  const leave = () => {
    const text = query()
    if (text === null) return
    field.end()
    if (field.waits()) return
    const isEmptied = text.trim() === '' && (props.clearable ?? !props.required)
    const meant = text.trim() === '' ? undefined : meantBy(text, field.matching(), props.free)
    if (meant || isEmptied) field.put(meant ?? null)
    else if (text.trim() === '') field.restore()
    else field.say(field.matching().length)
  }
  createEffect(on(field.isAnswered, (is) => is && leave()))
  return leave
}

/** What a text that is left means: of a free field the text itself, where it names no option. */
function meantBy(text: string, matching: readonly Option[], isFree = false): Option | undefined {
  if (!isFree) return meantOption(matching, text)
  const own = { value: text.trim(), label: text.trim() }
  return namedOption(matching, text) ?? (text.length > LONGEST_NAME ? undefined : own)
}

/**
 * The text that options are narrowed to: what is typed stands in the field at once, the options follow behind its frame, since
 * drawing them takes longer than a letter may.
 */
function createNarrowing(query: Accessor<string | null>) {
  const [asked, setAsked] = createSignal<string | null>(null)
  let frame: number | undefined
  const end = () => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    frame = undefined
    setAsked(query())
  }
  const begin = () => {
    frame ??= requestAnimationFrame(() => setTimeout(() => frame !== undefined && end()))
  }
  onCleanup(() => frame !== undefined && cancelAnimationFrame(frame))
  return { asked, begin, end }
}

/** What is offered: the options that match what is typed, the chosen one among them, and making a new one of that name, or none. */
function createOffered(
  props: ComboboxProps,
  query: Accessor<string | null>,
  chosen: Accessor<string | null>,
  mayClear: Accessor<boolean>,
) {
  const { t } = useWords()
  const matching = createMemo(() => {
    return props.onSearch && !props.loading ? props.options : matchOptions(props.options, query() ?? '')
  })
  const drawn = createMemo(() => (query() === null ? around(matching(), chosen()) : matching().slice(0, MOST_FOUND)))
  const isNamed = (name: string) => matching().some((option) => folded(option.label) === folded(name))
  const rows = createMemo((): readonly Option[] => {
    const name = query()?.trim() ?? ''
    if (query() === null && mayClear()) return [{ value: CLEAR, label: t('common.notChosen') }, ...drawn()]
    if (!props.onCreate || name === '' || name.length > LONGEST_NAME || isNamed(name)) return drawn()
    return [...drawn(), { value: CREATE, label: t('common.createNamed', { name }) }]
  })
  return { matching, rows, hidden: () => Math.max(0, (props.total ?? matching().length) - drawn().length) }
}

/** Why a text that was left is no choice: it stays, as in fields that are typed into. */
function createUnread(props: ComboboxProps) {
  const { t } = useWords()
  const [sentence, setSentence] = createSignal<string>()
  const [isWaiting, setWaiting] = createSignal(false)
  const say = (matching: number) => {
    const none = props.onCreate ? 'common.fields.notThereCreate' : 'common.fields.notThere'
    setSentence(t(matching > 1 ? 'common.fields.several' : none))
  }
  const forgive = () => {
    setWaiting(false)
    setSentence(undefined)
  }
  /** Whether what the text means is not known yet. */
  const waits = () => setWaiting(props.loading ?? false)
  return { sentence, say, forgive, waits, isAnswered: () => isWaiting() && !props.loading }
}

/** What the chosen option is called, also while the caller's answer is under way, or while it is being made. */
function createNames(props: ComboboxProps, chosen: Accessor<string | null>) {
  const [making, setMaking] = createSignal<string | null>(null)
  let noted: Option | null = null
  const nameOf = (value: string | null) => {
    if (value === null) return undefined
    const option = props.options.find((one) => one.value === value)
    return option?.label ?? (value === props.value ? props.text : undefined)
  }
  return {
    note: (option: Option | null) => {
      noted = option
    },
    create: async (name: string) => {
      setMaking(name)
      try {
        await props.onCreate?.(name)
      } finally {
        setMaking(null)
      }
    },
    shown: () => making() ?? (nameOf(chosen()) || (noted?.value === chosen() ? noted?.label : '') || ''),
  }
}

/** The options that are drawn: the first ones, and the chosen one among them. */
function around(options: readonly Option[], chosen: string | null): readonly Option[] {
  const first = options.slice(0, MOST_OPTIONS)
  if (chosen === null || first.some((option) => option.value === chosen)) return first
  const found = options.find((option) => option.value === chosen)
  return found ? [found, ...first.slice(0, -1)] : first
}
