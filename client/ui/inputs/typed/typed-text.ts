import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'

/** How long (ms) the fingers rest before what they have typed is told: within a word nothing is searched. */
const REST = 120

/**
 * The text of a field while it is typed: it stands there at once, and is told when the fingers rest. `value` is what was told last,
 * or what has been set from elsewhere.
 */
export function createTypedText(value: Accessor<string>, tell: (text: string) => void) {
  const [text, setText] = createSignal(value())
  let timer: ReturnType<typeof setTimeout> | null = null
  const stop = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  /** Tells it now, if it has not been told. */
  const flush = () => {
    if (timer === null) return
    stop()
    tell(text())
  }
  onCleanup(stop)
  createEffect(
    on(
      value,
      (told) => {
        // What comes back while one types on is what stood there a moment ago.
        if (timer === null) setText(told)
      },
      { defer: true },
    ),
  )
  return {
    text,
    flush,
    type(next: string) {
      stop()
      setText(next)
      timer = setTimeout(flush, REST)
    },
    /** Sets and tells it at once. */
    set(next: string) {
      stop()
      setText(next)
      tell(next)
    },
  }
}
