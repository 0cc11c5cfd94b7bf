import Trash from 'lucide-solid/icons/trash'
import { For, Show } from 'solid-js'
import { type PriceType, type Product, products } from '../../../../shared/goods/collections.ts'
import { priceOn, pricesOf } from '../../../../shared/goods/prices/held.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { IconButton } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { AddPrice } from './add-price.tsx'
import { createPriceTypes } from './price-types.ts'
import './prices.css'

/** The prices of a product by type, the latest first, and which of them holds today. */
export function Prices(props: { readonly id: string }) {
  const { t } = useWords()
  const record = createRecord(products, () => props.id)
  const types = createPriceTypes()
  const mayWrite = useMayWrite('products')
  return (
    <Show when={record()?.row?.gone === false && record()?.row}>
      {(product) => (
        <Section title={t('goods.prices.title')}>
          <Show when={types.all().length > 0} fallback={<p class="dim">{t('goods.prices.noTypes')}</p>}>
            <Show when={product().prices.length > 0} fallback={<p class="dim">{t('goods.prices.none')}</p>}>
              <For each={types.all()}>
                {(type) => (
                  <OfType product={product()} type={type} currency={types.currencyOf(type.id)} readOnly={!mayWrite} />
                )}
              </For>
            </Show>
            <Show when={mayWrite}>
              <AddPrice id={props.id} types={types} />
            </Show>
          </Show>
        </Section>
      )}
    </Show>
  )
}

interface OfTypeProps {
  readonly product: Product
  readonly type: PriceType
  readonly currency: string
  readonly readOnly: boolean
}

function OfType(props: OfTypeProps) {
  const { t, format, zone } = useWords()
  const acts = useActs()
  const all = () => pricesOf(props.product, props.type.id)
  const held = () => priceOn(props.product, props.type.id, todayIn(zone()))?.date
  const remove = (entry: string) =>
    void acts.run('removePrice', { id: props.product.id, entry }, t('goods.prices.removed'))
  return (
    <Show when={all().length > 0}>
      <h4>{props.type.name}</h4>
      <ul class="prices" aria-label={props.type.name ?? ''}>
        <For each={all()}>
          {(one) => (
            <li>
              <span>
                {t('goods.prices.since', { date: format.date(one.date) })}{' '}
                <Show when={one.date === held()}>
                  <span class="dim">{t('goods.prices.now')}</span>
                </Show>
              </span>
              <span class="n">{format.money(one.price, props.currency)}</span>
              <Show when={!props.readOnly}>
                <IconButton
                  icon={Trash}
                  label={`${t('goods.prices.remove')}: ${format.date(one.date)}`}
                  onClick={() => remove(one.id)}
                />
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
