import { useLocation } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createContext, createSignal, lazy, type ParentProps, Show, useContext } from 'solid-js'
import { createOffers } from '../../../ui/keys/offers.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { basisAt } from '../../address.ts'
import { useMayWrite } from '../../rights.ts'
import type { QuickStart } from './start.ts'

const QuickDialog = lazy(async () => ({ default: (await import('./quick-dialog.tsx')).QuickDialog }))

const Context = createContext<{ readonly open: (start: QuickStart) => void }>()

/** Begins a quick event; only inside of the frame. */
export function useQuickEvent() {
  const quick = useContext(Context)
  if (!quick) throw new Error('useQuickEvent stands outside of the frame')
  return quick
}

/** Offers a quick event on every screen, by its key and in the palette, to whoever may write one. */
export function QuickEventProvider(props: ParentProps) {
  const { t } = useWords()
  const here = useLocation()
  const mayWrite = useMayWrite('events')
  const [start, setStart] = createSignal<QuickStart | null>(null)
  const open = (one: QuickStart) => setStart({ ...one, basis: one.basis ?? basisAt(here.pathname) })
  createOffers(() => ({
    heading: t('palette.begin'),
    everywhere: true,
    rows: mayWrite
      ? [{ id: 'new.event', label: t('events.create'), icon: Plus, keys: 'e', run: () => open({ kind: 'call' }) }]
      : [],
  }))
  return (
    <Context.Provider value={{ open }}>
      {props.children}
      <Show when={start()} keyed>
        {(one) => <QuickDialog {...one} onClose={() => setStart(null)} />}
      </Show>
    </Context.Provider>
  )
}
