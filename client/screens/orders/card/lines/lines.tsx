import Plus from 'lucide-solid/icons/plus'
import { createMemo, Show } from 'solid-js'
import { priceTypes, products } from '../../../../../shared/goods/collections.ts'
import { isPricedIn } from '../../../../../shared/orders/prices/taken-prices.ts'
import { createEvery } from '../../../../data/page/solid.tsx'
import { createBegun } from '../../../../records/card/begun.ts'
import { createChoices } from '../../../../records/card/reference-field.tsx'
import { createCurrency } from '../../../../records/company.ts'
import { Button } from '../../../../ui/actions/button.tsx'
import { createOffers } from '../../../../ui/keys/offers.ts'
import { Section } from '../../../../ui/layout/section.tsx'
import { todayIn } from '../../../../ui/words/parse-date.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import { CalculatorButton } from '../calculator/calculator-button.tsx'
import { Totals } from '../terms/totals.tsx'
import { Blocks } from './blocks.tsx'
import { LineRow } from './line-row.tsx'
import type { LinesProps } from './props.ts'

const ONE = 1000

/** The order's lines on goods and works; each cell saves when it is left, totals follow. */
export function Lines(props: LinesProps) {
  const { t } = useWords()
  let list: HTMLElement | undefined
  const begun = createBegun({
    count: () => props.lines.length,
    last: () => [...(list?.querySelectorAll('.line') ?? [])].at(-1) ?? null,
    underFingers: () => null,
  })
  const add = () => {
    begun()
    void props.editor.addLine({ quantity: ONE })
  }
  createOffers(() => ({
    heading: t('keys.groups.card'),
    rows: props.readOnly
      ? []
      : [{ id: 'orders.addLine', label: t('orders.lines.add'), icon: Plus, keys: 'l', run: add }],
  }))
  return (
    <Section
      title={t('orders.lines.title')}
      actions={
        <>
          <CalculatorButton {...props} />
          <Show when={!props.readOnly}>
            <Button size="small" look="ghost" icon={Plus} onClick={add}>
              {t('orders.lines.add')}
            </Button>
          </Show>
        </>
      }
    >
      <Show when={props.lines.length > 0} fallback={<p class="dim">{t('orders.lines.empty')}</p>}>
        <Rows
          {...props}
          ref={(element) => {
            list = element
          }}
        />
        <Show when={props.editor.whole()}>
          {(order) => <Totals order={order()} currency={props.currency} at={order().date ?? Date.now()} />}
        </Show>
      </Show>
    </Section>
  )
}

/** The lines themselves. Each keeps its row, and what is typed in it, whatever becomes of the others. */
function Rows(props: LinesProps & { readonly ref: (list: HTMLElement) => void }) {
  const { t, zone } = useWords()
  const goods = createChoices(products)
  const known = createMemo(() => new Map(goods.every().map((product) => [product.id, product])))
  const byId = createMemo(() => new Map(props.lines.map((line) => [line.id, line])))
  const ids = createMemo(() => props.lines.map(({ id }) => id))
  const today = createMemo(() => todayIn(zone()))
  const priceType = createPriceType(props)
  const shared = { goods, productOf: (id: string) => known().get(id) ?? null, today, priceType }
  return (
    <Blocks ref={props.ref} label={t('orders.lines.title')} ids={ids()}>
      {(id, position) => (
        <Show when={byId().get(id)}>
          {(line) => <LineRow {...props} {...shared} line={line()} position={position()} />}
        </Show>
      )}
    </Blocks>
  )
}

/** The type by which lines take their prices; null where there is none, or it is in another currency (goods/SPEC N8). */
function createPriceType(props: LinesProps): () => string | null {
  const own = createCurrency()
  const all = createEvery(priceTypes)
  return () => {
    const { priceType = null, currency = null } = props.editor.order() ?? {}
    const type = all().find(({ id }) => id === priceType)
    return type && isPricedIn(type, currency, own()) ? type.id : null
  }
}
