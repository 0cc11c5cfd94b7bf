import { For, Show } from 'solid-js'
import type { Debt } from '../../../../shared/movements/debts.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useCard } from './context.tsx'

const SHOWN = ['toUs', 'byUs', 'sold'] as const satisfies readonly (keyof Debt)[]

/** «Должны нам», «Мы должны», «Продажи на», in each currency in which there is any. */
export function Debts() {
  const { t, format } = useWords()
  const card = useCard()
  const sums = (of: (typeof SHOWN)[number]) => {
    const debts = card.known()?.debts ?? []
    const some = debts.filter((debt) => debt[of] !== 0)
    const told = some.map((debt) => format.money(debt[of], debt.currency ?? card.currency()))
    return told.length > 0 ? told.join(' + ') : format.money(0, card.currency())
  }
  return (
    <Show when={card.known() && card.row()}>
      <dl class="debts">
        <For each={SHOWN}>
          {(of) => (
            <div>
              <dt>{t(`customers.debts.${of}`)}</dt>
              <dd class="n">{sums(of)}</dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  )
}
