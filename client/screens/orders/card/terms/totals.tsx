import { createMemo, For } from 'solid-js'
import { orderSums, type Priced, type Terms } from '../../../../../shared/orders/totals.ts'
import { Exchanged } from '../../../../records/currency/exchanged.tsx'
import { useWords } from '../../../../ui/words/words.tsx'

/** What totals follow from. */
type Reckoned = Terms & { readonly lines: readonly Priced[] }

interface TotalsProps {
  readonly order: Reckoned
  readonly currency: string
  /** The order's date, ms. */
  readonly at: number
}

/** What the order comes to: what is off, what is VAT, and what is to be paid. Rows that say nothing are left out. */
export function Totals(props: TotalsProps) {
  const { t, format } = useWords()
  const sums = createMemo(() => orderSums(props.order))
  const off = createMemo(() => orderSums(undiscounted(props.order)).total - sums().total)
  const isOnTop = () => props.order.vatMode === 'onTop'
  const rows = () => [
    { label: t('trade.totals.discount'), sum: off(), isShown: off() !== 0 },
    { label: t('trade.totals.net'), sum: sums().net, isShown: isOnTop() && sums().vat !== 0 },
    {
      label: t(isOnTop() ? 'trade.totals.vatOn' : 'trade.totals.vatIn'),
      sum: sums().vat,
      isShown: sums().vat !== 0,
    },
  ]
  const money = (sum: number) => format.money(sum, props.currency)
  return (
    <div class="lines-totals">
      <For each={rows().filter(({ isShown }) => isShown)}>
        {({ label, sum }) => (
          <p class="dim">
            <span>{label}</span>
            <span class="n">{money(sum)}</span>
          </p>
        )}
      </For>
      <p class="lines-sum">
        <span>{t('orders.lines.sum')}</span>
        <span class="n">{money(sums().total)}</span>
      </p>
      <Exchanged total={sums().total} currency={props.currency} at={props.at} />
    </div>
  )
}

/** The same lines as if nothing were off them. */
function undiscounted({ lines, vatMode = null }: Reckoned): Reckoned {
  return { vatMode, lines: lines.map((line) => ({ ...line, discount: null, discountSum: null })) }
}
