import { createEffect } from 'solid-js'
import { askToKeepOnce } from './data/page/kept/browser-store.ts'
import { useActs } from './records/acts/use-acts.ts'

/** After the first edit, when it is plain what for, the browser is asked not to clear what the program keeps in it. */
export function createKeeping(hasEdited: () => boolean): void {
  const acts = useActs()
  createEffect(() => {
    if (hasEdited()) void acts.attempt(askToKeepOnce)
  })
}
