import { type Accessor, createSignal } from 'solid-js'
import { createHeld, type OnCommit } from '../field/held.ts'

/** What was typed, read: a value, or the sentence that says why it is none. */
export type Parsed<T> = { readonly value: T } | { readonly wrong: string }

export interface TypedOptions<T> {
  readonly value: Accessor<T>
  readonly show: (value: T) => string
  readonly parse: (text: string) => Parsed<T>
  readonly onCommit: OnCommit<T>
  /** Enter makes a new line instead of saving. */
  readonly lines?: boolean
}

/** A field's text while it is typed, and the events of its input. */
export interface Typed {
  readonly text: Accessor<string>
  /** Typed and not saved yet. */
  readonly isDraft: Accessor<boolean>
  readonly wrong: Accessor<string | undefined>
  readonly type: (text: string) => void
  readonly leave: () => void
  readonly keyDown: (event: KeyboardEvent) => void
}

/**
 * The way of every field that is typed into: it is saved when it is left or on Enter, Escape brings back what was there.
 * Text that cannot be read stays, with the reason. A change from outside does not disturb what is being typed.
 */
export function createTyped<T>(options: TypedOptions<T>): Typed {
  const [draft, setDraft] = createSignal<string | null>(null)
  const [unread, setUnread] = createSignal<string>()
  const held = createHeld(options.value, options.onCommit)

  function leave(): void {
    const text = draft()
    if (text === null) return
    const parsed = options.parse(text)
    if ('wrong' in parsed) {
      setUnread(parsed.wrong)
      return
    }
    restore()
    if (parsed.value !== held.shown()) held.put(parsed.value, () => setDraft(text))
  }

  function restore(): void {
    setDraft(null)
    setUnread(undefined)
    held.forgive()
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'Enter' && (!options.lines || event.ctrlKey || event.metaKey)) leave()
    if (event.key === 'Escape' && draft() !== null) {
      restore()
      event.preventDefault()
      event.stopPropagation()
    }
  }

  function type(text: string): void {
    setDraft(text)
    setUnread(undefined)
  }

  return {
    text: () => draft() ?? options.show(held.shown()),
    isDraft: () => draft() !== null,
    wrong: () => unread() ?? held.failed(),
    type,
    leave,
    keyDown,
  }
}
