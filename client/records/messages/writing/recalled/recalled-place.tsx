import { lazy, Show, Suspense } from 'solid-js'
import { recalled, setRecalled } from './open-again.ts'

/** The program starts without it. */
const WriteDialog = lazy(async () => ({ default: (await import('../write-dialog.tsx')).WriteDialog }))

/** Where a message that was called off is written on, on whatever screen one is by then. */
export function RecalledPlace() {
  return (
    <Suspense>
      <Show when={recalled()} keyed>
        {({ start, opened }) => <WriteDialog start={start} opened={opened} onClose={() => setRecalled(null)} />}
      </Show>
    </Suspense>
  )
}
