import CheckCheck from 'lucide-solid/icons/check-check'
import Copy from 'lucide-solid/icons/copy'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import FilePlus from 'lucide-solid/icons/file-plus'
import Layers from 'lucide-solid/icons/layers'
import Receipt from 'lucide-solid/icons/receipt'
import { createSignal, Show } from 'solid-js'
import { takenOf } from '../../../../../shared/basis/taken.ts'
import { hasFeature } from '../../../../../shared/features/known.ts'
import { offeredAt } from '../../../../../shared/features/places.ts'
import { type Order, SORTS, type Sort } from '../../../../../shared/orders/collections.ts'
import { createDialOffer } from '../../../../records/calls/dial-offer.ts'
import { type BasisAct, createOnBasis } from '../../../../records/making/on-basis.ts'
import { NameDialog } from '../../../../records/name-dialog.tsx'
import { useMayWrite } from '../../../../records/rights.ts'
import { IconButton } from '../../../../ui/actions/button.tsx'
import { createOffers, type Offer } from '../../../../ui/keys/offers.ts'
import { Menu, type MenuAct, type MenuItem } from '../../../../ui/overlays/panes/menu.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { createMaking } from './make.ts'

/** What the menu of an order's card is given. */
export interface OrderMenuProps {
  readonly order: Order
  /** It may be posted now. */
  readonly mayPost: boolean
  readonly onPostAndClose: () => void
}

/** Everything else that can be done with an order; the palette offers the same. */
export function OrderMenu(props: OrderMenuProps) {
  const { t } = useWords()
  const making = createMaking(() => props.order)
  const [isNaming, setNaming] = createSignal(false)
  const { itself, onBasis } = createMenuActs(props, making, () => void setNaming(true))
  const dial = createDialOffer(() => ({ customer: props.order.customer }))
  createOffers(() => ({ heading: t('keys.groups.card'), rows: [...itself(), ...dial.offers(), ...onBasis()] }))
  const items = (): readonly MenuItem[] => [
    ...[...itself(), ...dial.offers()].map(asItem),
    'line',
    { heading: t('trade.making.create') },
    ...onBasis().map((act) => ({ ...asItem(act), label: act.short })),
  ]
  return (
    <>
      <Menu
        label={t('trade.making.menu')}
        placement="bottom-end"
        items={items()}
        trigger={(attributes) => <IconButton {...attributes} icon={Ellipsis} label={t('trade.making.menu')} />}
      />
      <making.Asking />
      <dial.Place />
      <Show when={isNaming()}>
        <NameDialog
          title={t('trade.making.templateName')}
          name=""
          label={t('lists.views.name')}
          maxLength={60}
          onName={(name) => making.saveTemplate(name)}
          onClose={() => setNaming(false)}
        />
      </Show>
    </>
  )
}

function asItem({ label, icon, run }: Offer): MenuAct {
  return { label, icon, onSelect: run }
}

/** What may be done with the order itself now, and what is made on its basis. */
function createMenuActs(props: OrderMenuProps, making: ReturnType<typeof createMaking>, askName: () => void) {
  const { t } = useWords()
  const mayKeepTemplates = useMayWrite('orderTemplates')
  const mayInvoice = useMayWrite('invoices')
  const { others } = createOnBasis(() => ({
    basis: { collection: 'orders', id: props.order.id },
    taken: takenOf('orders', props.order),
    name: `${t(`orders.one.${props.order.sort ?? 'customer'}`)} ${props.order.number ?? props.order.draft ?? ''}`,
  }))
  const post = (): Offer => ({
    id: 'orders.postAndClose',
    label: t('trade.making.postAndClose'),
    icon: CheckCheck,
    run: () => props.onPostAndClose(),
  })
  const copy = (): Offer => ({
    id: 'orders.copy',
    label: t('trade.making.copy'),
    icon: Copy,
    run: () => void making.copy(),
  })
  const keep = (): Offer => ({
    id: 'orders.saveTemplate',
    label: t('trade.making.saveTemplate'),
    icon: Layers,
    run: askName,
  })
  const invoice = (): BasisAct => ({
    id: 'orders.invoice',
    label: t('invoices.make'),
    short: t('invoices.one'),
    icon: Receipt,
    run: () => void making.invoice(),
  })
  const order = (sort: Sort): BasisAct => ({
    id: `orders.onBasis.${sort}`,
    label: t(`trade.making.onBasis.${sort}`),
    short: t(`orders.one.${sort}`),
    icon: FilePlus,
    run: () => void making.onBasis(sort),
  })
  return {
    itself: () => [...(props.mayPost ? [post()] : []), copy(), ...(mayKeepTemplates ? [keep()] : [])],
    onBasis: () => [
      ...(mayInvoice && hasFeature('invoices') && props.order.lines.length > 0 ? [invoice()] : []),
      ...offeredAt('sorts', SORTS).map(order),
      ...others(),
    ],
  }
}
