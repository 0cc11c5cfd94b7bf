import { createMemo, createSignal, Show } from 'solid-js'
import { movementsOf } from '../../../../../../shared/movements/movements.ts'
import { type Order, orders } from '../../../../../../shared/orders/collections.ts'
import type { PaymentWay } from '../../../../../../shared/orders/facts/fields.ts'
import { outOf } from '../../../../../../shared/orders/facts/ship.ts'
import { sumOf } from '../../../../../../shared/orders/sums/exact.ts'
import { createRecord } from '../../../../../data/page/solid.tsx'
import { useActs } from '../../../../../records/acts/use-acts.ts'
import { createCurrency } from '../../../../../records/company.ts'
import { Checkbox } from '../../../../../ui/inputs/toggles/checkbox.tsx'
import { todayIn } from '../../../../../ui/words/parse-date.ts'
import { useWords } from '../../../../../ui/words/words.tsx'
import { lastWay, WaySelect } from './money-dialog.tsx'

/** What of a cancelled order may be returned and given back. */
interface Open {
  readonly order: Order
  /** What is shipped and not back, minor units; null where nothing is. */
  readonly out: number | null
  /** What is paid and not given back; null where nothing is. */
  readonly paid: number | null
}

/**
 * Offers to enter a return and a refund with the cancelling of an order by its id, where something was shipped or paid.
 * `settle` enters what was chosen, once the order is cancelled: each as an act of its own, refusals are said.
 */
export function createSettling(id: () => string) {
  const { t, zone } = useWords()
  const acts = useActs()
  const record = createRecord(orders, id)
  const open = createMemo(() => openOf(record()?.row ?? null))
  const [returns, setReturns] = createSignal(false)
  const [refunds, setRefunds] = createSignal(false)
  const [way, setWay] = createSignal<PaymentWay | null>(null)
  const present = () => way() ?? lastWay(open()?.order ?? { payments: [] })
  const settle = async () => {
    const fact = { id: id(), date: todayIn(zone()) }
    const { out = null, paid = null } = open() ?? {}
    const refund = { ...fact, way: present(), sum: paid ?? 0 }
    if (returns() && out !== null) await acts.run('takeBack', fact, t('trade.done.takeBack'))
    if (refunds() && paid !== null) await acts.run('refund', refund, t('trade.done.refund'))
  }
  const Offer = () => (
    <Show when={open()}>
      {(has) => (
        <>
          <p>{t('trade.settle.text')}</p>
          <Choice path="trade.settle.takeBack" of={has()} sum={has().out} chosen={returns()} onChoose={setReturns} />
          <Choice path="trade.settle.refund" of={has()} sum={has().paid} chosen={refunds()} onChoose={setRefunds} />
          <Show when={refunds() && has().paid !== null}>
            <WaySelect value={present()} onChange={setWay} />
          </Show>
        </>
      )}
    </Show>
  )
  return { settle, Offer }
}

interface ChoiceProps {
  readonly path: 'trade.settle.takeBack' | 'trade.settle.refund'
  readonly of: Open
  readonly sum: number | null
  readonly chosen: boolean
  readonly onChoose: (chosen: boolean) => void
}

function Choice(props: ChoiceProps) {
  const { t, format } = useWords()
  const currency = createCurrency()
  const sum = () => format.money(props.sum ?? 0, props.of.order.currency ?? currency())
  return (
    <Show when={props.sum !== null}>
      <Checkbox label={t(props.path, { sum: sum() })} checked={props.chosen} onCommit={props.onChoose} />
    </Show>
  )
}

function openOf(order: Order | null): Open | null {
  if (!order?.posted) return null
  const out = outOf(order)
  const { paid } = movementsOf(order)
  if (out.length === 0 && paid <= 0) return null
  return { order, out: out.length > 0 ? sumOf(out.map(({ sum }) => sum)) : null, paid: paid > 0 ? paid : null }
}
