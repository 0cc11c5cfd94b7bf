import { Show } from 'solid-js'
import type { Product } from '../../../../shared/goods/collections.ts'
import { staleBy } from '../../../../shared/goods/prices/stale.ts'
import type { Line } from '../../../../shared/orders/collections.ts'
import { LinkButton } from '../../../ui/actions/link.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { LineFields } from '../editor/editor.ts'

interface StalePriceProps {
  readonly line: Line
  readonly product: Product | null
  readonly currency: string
  readonly readOnly: boolean
  readonly onSet: (fields: LineFields) => unknown
}

/** Says that another price holds today than the line took, and takes it. */
export function StalePrice(props: StalePriceProps) {
  const { t, format, zone } = useWords()
  const fresher = () => staleBy(props.line, props.product, todayIn(zone()))
  return (
    <Show when={fresher()}>
      {(held) => (
        <p class="dim">
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
