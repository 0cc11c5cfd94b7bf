import Banknote from 'lucide-solid/icons/banknote'
import PackageCheck from 'lucide-solid/icons/package-check'
import Undo from 'lucide-solid/icons/undo-2'
import { type Accessor, createMemo, createSignal, For, Match, Switch } from 'solid-js'
import type { Movements } from '../../../../../../shared/movements/types.ts'
import type { Order } from '../../../../../../shared/orders/collections.ts'
import { dueOf } from '../../../../../../shared/orders/facts/pay.ts'
import { outOf } from '../../../../../../shared/orders/facts/ship.ts'
import { createInvoicesOf } from '../../../../../records/related/documents.ts'
import { Button } from '../../../../../ui/actions/button.tsx'
import { createOffers } from '../../../../../ui/keys/offers.ts'
import { useWords } from '../../../../../ui/words/words.tsx'
import { MoneyDialog } from './money-dialog.tsx'
import { PartsDialog } from './parts-dialog.tsx'

const ACTS = ['ship', 'takePayment', 'takeBack', 'refund'] as const
type FactAct = (typeof ACTS)[number]

const ICONS = { ship: PackageCheck, takePayment: Banknote, takeBack: Undo, refund: Undo } as const

/** Of which order facts are entered. */
export interface FactActsOf {
  readonly order: Accessor<Order>
  readonly movements: Accessor<Movements>
  /** ISO 4217. */
  readonly currency: Accessor<string>
  /** Somebody may write here, and this program understands the order. */
  readonly mayWrite: Accessor<boolean>
}

/**
 * What can be entered of an order now, by buttons and from the palette, each with its dialog. `Due`: what the order waits for;
 * `Others`: the rest of it.
 */
export function createFactActs(of: FactActsOf) {
  const { t } = useWords()
  const [asked, ask] = createSignal<FactAct | null>(null)
  const close = () => ask(null)
  const possible = createMemo(() =>
    of.mayWrite() ? ACTS.filter((act) => isPossible(act, of.order(), of.movements())) : [],
  )
  const due = createMemo(() => dueOf(of.order()))
  const isWaiting = (act: FactAct) => act === 'ship' || (act === 'takePayment' && due() > 0)
  createOffers(() => ({
    heading: t('keys.groups.card'),
    rows: possible().map((act) => ({
      id: `orders.${act}`,
      label: t(`trade.acts.${act}`),
      icon: ICONS[act],
      run: () => ask(act),
    })),
  }))
  const given = () => ({ order: of.order(), currency: of.currency(), onClose: close })
  const partsOf = () => [asked()].find((act) => act === 'ship' || act === 'takeBack')
  const invoices = createInvoicesOf(() => of.order().id)
  const moneyOf = () => [asked()].find((act) => act === 'takePayment' || act === 'refund')
  const Buttons = (props: { readonly acts: readonly FactAct[] }) => (
    <For each={props.acts}>
      {(act) => (
        <Button icon={ICONS[act]} onClick={() => ask(act)}>
          {t(`trade.acts.${act}`)}
        </Button>
      )}
    </For>
  )
  const Dialogs = () => (
    <Switch>
      <Match when={partsOf()}>{(act) => <PartsDialog {...given()} act={act()} />}</Match>
      <Match when={moneyOf()}>{(act) => <MoneyDialog {...given()} act={act()} invoices={invoices()} />}</Match>
    </Switch>
  )
  return {
    Due: () => <Buttons acts={possible().filter(isWaiting)} />,
    Others: () => (
      <div class="fact-acts">
        <Buttons acts={possible().filter((act) => !isWaiting(act))} />
      </div>
    ),
    Dialogs,
  }
}

function isPossible(act: FactAct, order: Order, { toShip, paid }: Movements): boolean {
  if (!order.posted || order.gone) return false
  if (act === 'ship') return toShip.length > 0
  if (act === 'takeBack') return outOf(order).length > 0
  return act === 'takePayment' || paid > 0
}
