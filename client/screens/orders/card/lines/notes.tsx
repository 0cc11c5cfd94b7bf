import { Show } from 'solid-js'
import { staleBy } from '../../../../../shared/goods/prices/stale.ts'
import { LinkButton } from '../../../../ui/actions/link.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import type { CellProps } from './props.ts'

/** What there is to say about a line: that it comes to nothing, or takes goods back, or that another price holds today. */
export function Notes(props: CellProps) {
  const { t } = useWords()
  const quantity = () => props.line.quantity ?? 0
  return (
    <>
      <Show when={quantity() === 0 && (props.line.product !== null || props.line.price !== null)}>
        <p class="line-note warn">{t('orders.lines.noQuantity')}</p>
      </Show>
      <Show when={quantity() < 0}>
        <p class="line-note warn">{t('orders.lines.takesBack')}</p>
      </Show>
      <StalePrice {...props} />
    </>
  )
}

/** Says that another price holds today than the line took, and takes it. */
function StalePrice(props: CellProps) {
  const { t, format } = useWords()
  const product = () => (props.line.product === null ? null : props.productOf(props.line.product))
  const fresher = () => staleBy(props.line, product(), props.today())
  return (
    <Show when={fresher()}>
      {(held) => (
        <p class="line-note">
          {t('goods.prices.stale', { price: format.money(held().price, props.currency) })}{' '}
          <Show when={!props.readOnly}>
            <LinkButton onClick={() => void props.onSet({ price: held().price, priceDate: held().date })}>
              {t('goods.prices.take')}
            </LinkButton>
          </Show>
        </p>
      )}
    </Show>
  )
}
