import { createEffect, onCleanup } from 'solid-js'

/** Asks, in the browser's own words, before this tab is closed while something would be lost with it. */
export function createStaying(isLost: () => boolean): void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  createEffect(() => {
    if (!isLost()) return
    addEventListener('beforeunload', ask)
    onCleanup(() => removeEventListener('beforeunload', ask))
  })
}
