import { onCleanup } from 'solid-js'
import type { CallWindow } from '../data/queries/calls/windows/query.ts'

/** What F12 is about: the newest call that nobody has taken; else one that was taken here, whose event it opens. */
export function newestOf(windows: readonly CallWindow[]): CallWindow | undefined {
  return (
    windows.find(({ direction, taken }) => direction !== 'out' && taken === null) ??
    windows.find(({ taken }) => taken !== null)
  )
}

/**
 * Hears F12, with Alt or Ctrl too where the browser keeps the bare key, wherever one is, also while something is typed. `act`
 * says whether there was anything to do: else the key stays the browser's.
 */
export function listenToF12(act: () => boolean): void {
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'F12' && !event.shiftKey && !event.metaKey && !event.repeat && act()) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  addEventListener('keydown', hear, { capture: true })
  onCleanup(() => removeEventListener('keydown', hear, { capture: true }))
}
