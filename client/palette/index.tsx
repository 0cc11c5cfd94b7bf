import { useNavigate } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, lazy, Show } from 'solid-js'
import { SORTS } from '../../shared/orders/collections.ts'
import { useMayWrite } from '../records/rights.ts'
import { createOffers } from '../ui/keys/offers.ts'
import { useWords } from '../ui/words/words.tsx'
import { createRecent } from './recent.ts'

/** Loaded when it is opened first: the program starts without it. */
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

/** The palette of a page: how it is opened, and its place on the page. */
export function createPalette() {
  const [isOpen, setOpen] = createSignal(false)
  const [isWanted, setWanted] = createSignal(false)
  const recent = createRecent()
  createCommonOffers()
  return {
    open: () => {
      setWanted(true)
      setOpen(true)
    },
    Place: () => (
      <Show when={isWanted()}>
        <Palette open={isOpen()} recent={recent} onClose={() => setOpen(false)} />
      </Show>
    ),
  }
}

/** What can be begun from any screen. */
function createCommonOffers(): void {
  const { t } = useWords()
  const navigate = useNavigate()
  const mayWrite = useMayWrite('orders')
  createOffers(() => ({
    heading: t('palette.begin'),
    everywhere: true,
    rows: mayWrite
      ? SORTS.map((sort) => ({
          id: `new.${sort}`,
          label: t(`orders.fresh.${sort}`),
          icon: Plus,
          run: () => navigate(`/orders/${sort}/draft/new`),
        }))
      : [],
  }))
}
