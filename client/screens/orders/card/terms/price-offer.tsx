import { createMemo, Show } from 'solid-js'
import { products } from '../../../../../shared/goods/collections.ts'
import { pricesFor } from '../../../../../shared/orders/prices/taken-prices.ts'
import { createEvery } from '../../../../data/page/solid.tsx'
import { useActs } from '../../../../records/acts/use-acts.ts'
import { Banner } from '../../../../ui/signs/banner.tsx'
import { todayIn } from '../../../../ui/words/parse-date.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import type { EditedOrder, OrderEditor } from '../../editor/editor.ts'

/** Behind the choice of a price type: the lines that cost otherwise by it, and taking its prices. */
export function PriceOffer(props: { readonly editor: OrderEditor; readonly order: EditedOrder }) {
  const { t, zone } = useWords()
  const acts = useActs()
  const goods = createEvery(products)
  const byId = createMemo(() => new Map(goods().map((product) => [product.id, product])))
  const day = () => todayIn(zone())
  const found = createMemo(() => pricesFor(props.order, (id) => byId().get(id) ?? null, day()))
  const take = async () => {
    const { act } = await props.editor.takePrices(found().taken, day())
    if (act !== undefined) acts.said(t('trade.terms.pricesTaken'), act)
  }
  return (
    <Show when={found().taken.length > 0}>
      <Banner action={{ label: t('trade.terms.takePrices'), run: () => void acts.attempt(take) }}>
        {t('trade.terms.otherPrices', { n: found().taken.length })}{' '}
        <Show when={found().left > 0}>{t('trade.terms.noPrices', { n: found().left })}</Show>
      </Banner>
    </Show>
  )
}
