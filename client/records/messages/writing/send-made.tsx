import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { hasFeature } from '../../../../shared/features/known.ts'
import { useMayWrite } from '../../rights.ts'
import type { MadeFile, MessageStart } from './begun/start.ts'

/** The program starts without it. */
const WriteDialog = lazy(async () => ({ default: (await import('./write-dialog.tsx')).WriteDialog }))

/** Whom a made file is for, where nobody is known. */
const NOBODY: MessageStart = { customer: null, order: null, contact: null }

/** «Отправить»: «Написать» with a paper or a workbook that was made. `Place` stands where its dialog may open. */
export function createSendMade() {
  const mayWrite = useMayWrite('messages')
  const [start, setStart] = createSignal<MessageStart | null>(null)
  return {
    isAllowed: () => mayWrite && hasFeature('mail'),
    send: (made: MadeFile, about: MessageStart = NOBODY) => void setStart({ ...about, made }),
    Place: () => (
      <Suspense>
        <Show when={start()} keyed>
          {(one) => <WriteDialog start={one} onClose={() => setStart(null)} />}
        </Show>
      </Suspense>
    ),
  }
}
