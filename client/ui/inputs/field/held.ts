import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { useWords } from '../../words/words.tsx'

/**
 * What a field does with a value that was filled in. A promise says that saving is under way: the field shows the new
 * value meanwhile, and if the promise fails, the sentence for it.
 */
export type OnCommit<T> = (value: T) => unknown

/** How long a saved value may take to come back as the field's value before the field shows what it is given. */
const COMING_BACK = 2000

export interface Held<T> {
  /** The value being saved, else the field's own. */
  readonly shown: Accessor<T>
  /** Why the last value was not saved. */
  readonly failed: Accessor<string | undefined>
  readonly put: (value: T, onFailed?: () => void) => void
  readonly forgive: () => void
}

/** Holds a committed value on the screen until it comes back through `value`, so that nothing flickers. */
export function createHeld<T>(value: Accessor<T>, onCommit: OnCommit<T>): Held<T> {
  const { sentence } = useWords()
  const [held, setHeld] = createSignal<{ readonly value: T } | null>(null)
  const [failed, setFailed] = createSignal<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const release = () => {
    clearTimeout(timer)
    setHeld(null)
  }
  createEffect(on(value, release, { defer: true }))
  onCleanup(() => clearTimeout(timer))

  async function settle(saving: Promise<unknown>, own: { readonly value: T }, onFailed?: () => void): Promise<void> {
    try {
      await saving
      if (held() === own) timer = setTimeout(release, COMING_BACK)
    } catch (error) {
      if (held() !== own && held() !== null) return
      release()
      setFailed(sentence(error))
      onFailed?.()
    }
  }

  function put(next: T, onFailed?: () => void): void {
    const own = { value: next }
    setFailed(undefined)
    const saving = onCommit(next)
    if (!(saving instanceof Promise)) return
    clearTimeout(timer)
    setHeld(own)
    void settle(saving, own, onFailed)
  }

  const shown = () => {
    const own = held()
    return own ? own.value : value()
  }
  return { shown, failed, put, forgive: () => setFailed(undefined) }
}
