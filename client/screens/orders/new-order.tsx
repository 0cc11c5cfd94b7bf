import Plus from 'lucide-solid/icons/plus'
import { type Accessor, Show } from 'solid-js'
import { useData } from '../../data/page/solid.tsx'
import { useMayWrite } from '../../records/rights.ts'
import { Button } from '../../ui/actions/button.tsx'
import { single } from '../../ui/actions/single.ts'
import { createOffers } from '../../ui/keys/offers.ts'
import { useWords } from '../../ui/words/words.tsx'

/** Where a new order is begun. */
export interface NewOrderOptions {
  /** Whether the screen knows now what it would begin. */
  readonly isPossible: Accessor<boolean>
  /** Opens the path of a draft under the screen's own. */
  readonly open: (path: string, replace: boolean) => void
}

/** Begins a new order, as a draft; offered by its key and in the palette to whoever may write. */
export function createNewOrder({ isPossible, open }: NewOrderOptions) {
  const { t } = useWords()
  const data = useData()
  const mayWrite = useMayWrite('orders')
  const create = single(async (replace: boolean = false) => open(`/draft/${await data.newId('orders')}`, replace))
  createOffers(() => ({
    heading: t('keys.groups.screen'),
    rows:
      mayWrite && isPossible()
        ? [{ id: 'orders.create', label: t('orders.create'), icon: Plus, keys: 'n', run: () => void create() }]
        : [],
  }))
  return create
}

/** The button of the same; whoever only reads has none. */
export function NewOrderButton(props: { readonly onCreate: () => void }) {
  const { t } = useWords()
  const mayWrite = useMayWrite('orders')
  return (
    <Show when={mayWrite}>
      <Button look="primary" icon={Plus} onClick={() => props.onCreate()}>
        {t('orders.create')}
      </Button>
    </Show>
  )
}
