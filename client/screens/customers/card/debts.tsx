import { For, Show } from 'solid-js'
import type { Debt } from '../../../../shared/movements/debts.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useCard } from './context.tsx'

const SHOWN = ['toUs', 'byUs', 'sold'] as const satisfies readonly (keyof Debt)[]

/** «Должны нам», «Мы должны», «Продажи на», in each currency in which there is any; said to be a part while orders are still to come. */
export function Debts() {
  const card = useCard()
  return (
    <Show when={card.known() && card.row()}>
      <dl class="debts">
        <For each={SHOWN}>{(of) => <Sum of={of} />}</For>
      </dl>
      <StillToCome />
    </Show>
  )
}

function Sum(props: { readonly of: (typeof SHOWN)[number] }) {
  const { t, format } = useWords()
  const card = useCard()
  const some = () => (card.known()?.debts ?? []).filter((debt) => debt[props.of] !== 0)
  const told = () => {
    const sums = some().map((debt) => format.money(debt[props.of], debt.currency ?? card.currency()))
    return sums.length > 0 ? sums.join(' + ') : format.money(0, card.currency())
  }
  return (
    <div>
      <dt>{t(`customers.debts.${props.of}`)}</dt>
      <dd class="n" classList={{ none: some().length === 0 }}>
        {told()}
      </dd>
    </div>
  )
}

/** How many quarters of orders the device has not read yet: what they say is in no sum. */
function StillToCome() {
  const { t } = useWords()
  const status = createQuery(() => ({ what: 'status' }) as const)
  const missing = () => {
    const progress = status()?.progress
    return progress ? progress.total - progress.standing : 0
  }
  return (
    <Show when={missing() > 0}>
      <p class="dim" role="status">
        {t('customers.debts.part')}
      </p>
    </Show>
  )
}
