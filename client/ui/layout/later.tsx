import { createSignal, onCleanup, type ParentProps, Show } from 'solid-js'

/** Whatever the first screen is, it stands after so long, ms. */
const MOST = 5000

let isBeginning = true
setTimeout(endBeginning, MOST)

/** The first screen stands: from now on everything is drawn at once. */
export function endBeginning(): void {
  isBeginning = false
}

/** Whoever acts has begun: what his act draws, and where it puts the focus, is there at once. Called once. */
export function beginUntilActed(): void {
  for (const type of ['keydown', 'pointerdown']) addEventListener(type, endBeginning, { capture: true, once: true })
}

/** What has been loaded, in a task after the one that has read it; while the page begins. */
export function inOwnTask<T>(loaded: T): Promise<T> {
  return new Promise((resolve) => (isBeginning ? setTimeout(resolve, 0, loaded) : resolve(loaded)))
}

/**
 * While the page begins, what is inside is drawn in a task of its own: code that runs for the first time is slow, and in
 * one piece it would keep the page from answering.
 */
export function Later(props: ParentProps) {
  const [isDue, setDue] = createSignal(!isBeginning)
  if (isBeginning) {
    const timer = setTimeout(() => setDue(true))
    onCleanup(() => clearTimeout(timer))
  }
  return <Show when={isDue()}>{props.children}</Show>
}
