import { For } from 'solid-js'
import type { Movements } from '../../../../../shared/movements/types.ts'
import type { Order } from '../../../../../shared/orders/collections.ts'
import { dueOf } from '../../../../../shared/orders/facts/pay.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import '../../../../ui/layout/facts.css'

/** What was sold and paid, what is still to be paid, and who owes whom. */
export function Standing(props: { readonly order: Order; readonly movements: Movements; readonly currency: string }) {
  const { t, format } = useWords()
  const owed = () => props.movements.owed
  const debt = () => {
    if (owed() === 0) return t('trade.standing.even')
    return t(owed() > 0 ? 'trade.standing.toUs' : 'trade.standing.byUs')
  }
  const rows = () => [
    { label: t('trade.standing.sold'), sum: props.movements.sold },
    { label: t('trade.standing.paid'), sum: props.movements.paid },
    { label: t('trade.standing.due'), sum: Math.max(0, dueOf(props.order)) },
    { label: debt(), sum: Math.abs(owed()) },
  ]
  return (
    <dl class="facts">
      <For each={rows()}>
        {({ label, sum }) => (
          <div>
            <dt>{label}</dt>
            <dd>{format.money(sum, props.currency)}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
