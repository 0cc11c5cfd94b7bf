import { createSignal, lazy, Show, Suspense } from 'solid-js'
import type { DialStart } from './dialling.ts'

/** Screens start without it. */
const DialDialog = lazy(async () => ({ default: (await import('./dial-dialog.tsx')).DialDialog }))

/** The dialog of a call, begun by `open`, and its place. */
export function createDialPlace() {
  const [start, setStart] = createSignal<DialStart | null>(null)
  return {
    open: (one: DialStart) => void setStart(one),
    Place: () => (
      <Suspense>
        <Show keyed when={start()}>
          {(one) => <DialDialog {...one} onClose={() => setStart(null)} />}
        </Show>
      </Suspense>
    ),
  }
}
