import { useNavigate } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, lazy, onCleanup, Show } from 'solid-js'
import { offeredAt } from '../../shared/features/places.ts'
import { SORTS } from '../../shared/orders/collections.ts'
import { useMayWrite } from '../records/rights.ts'
import { createOffers } from '../ui/keys/offers.ts'
import { useWords } from '../ui/words/words.tsx'
import { createRecent } from './recent.ts'

/** The program starts without it. */
const load = () => import('./palette.tsx')
const Palette = lazy(async () => ({ default: (await load()).Palette }))

/** By then (ms) the page has begun, and the palette is read ahead: letters that follow its key at once are for it. */
const BEGUN = 3000

/** The palette of a page: how it is opened, and its place on the page. */
export function createPalette() {
  const [isOpen, setOpen] = createSignal(false)
  const [isWanted, setWanted] = createSignal(false)
  const recent = createRecent()
  createCommonOffers()
  // Who opens it hears of a failure.
  const timer = setTimeout(() => load().catch(() => undefined), BEGUN)
  onCleanup(() => clearTimeout(timer))
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
      ? offeredAt('sorts', SORTS).map((sort) => ({
          id: `new.${sort}`,
          label: t(`orders.fresh.${sort}`),
          icon: Plus,
          run: () => navigate(`/orders/${sort}/draft/new`),
        }))
      : [],
  }))
}
