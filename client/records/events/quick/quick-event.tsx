import { useLocation } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createContext, createSignal, lazy, onCleanup, Show, Suspense, useContext } from 'solid-js'
import { createOffers } from '../../../ui/keys/offers.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { basisAt } from '../../address.ts'
import { useMayWrite } from '../../rights.ts'
import type { QuickStart } from './start.ts'

/** The program starts without it. */
const load = () => import('./quick-dialog.tsx')
const QuickDialog = lazy(async () => ({ default: (await load()).QuickDialog }))

/** By then (ms) the page has begun, and the dialog is read ahead: letters that follow its key at once are for it. */
const BEGUN = 3500

const Context = createContext<{ readonly open: (start: QuickStart) => void }>()

/** Begins a quick event; only inside of the frame. */
export function useQuickEvent() {
  const quick = useContext(Context)
  if (!quick) throw new Error('useQuickEvent stands outside of the frame')
  return quick
}

/** Gives the screens inside the way to quick events. */
export const QuickEventProvider = Context.Provider

/** The quick events of a page, offered on every screen by their key and in the palette to whoever may write one: how one is begun, and the place of its dialog. */
export function createQuickEvents() {
  const { t } = useWords()
  const here = useLocation()
  const mayWrite = useMayWrite('events')
  const [start, setStart] = createSignal<QuickStart | null>(null)
  const open = (one: QuickStart) => setStart({ ...one, basis: one.basis ?? basisAt(here.pathname) })
  // Who opens it hears of a failure.
  const timer = setTimeout(() => load().catch(() => undefined), BEGUN)
  onCleanup(() => clearTimeout(timer))
  // Among letters this key archives.
  const keys = () => (here.pathname.startsWith('/mail') ? undefined : 'e')
  createOffers(() => ({
    heading: t('palette.begin'),
    everywhere: true,
    rows: mayWrite
      ? [{ id: 'new.event', label: t('events.create'), icon: Plus, keys: keys(), run: () => open({ kind: 'call' }) }]
      : [],
  }))
  return {
    open,
    Place: () => (
      <Suspense>
        <Show when={start()} keyed>
          {(one) => <QuickDialog {...one} onClose={() => setStart(null)} />}
        </Show>
      </Suspense>
    ),
  }
}
