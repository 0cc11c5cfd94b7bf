import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { createEffect, createSignal, Index, on, Show } from 'solid-js'
import { type Product, products } from '../../../../shared/goods/collections.ts'
import { takenFrom } from '../../../../shared/goods/prices/line-price.ts'
import type { Line } from '../../../../shared/orders/collections.ts'
import { lineTotal } from '../../../../shared/orders/totals.ts'
import type { Parted } from '../../../../shared/records/reading/overwritten.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { ApartEntry } from '../../../records/card/apart.tsx'
import { ReferenceField } from '../../../records/card/reference-field.tsx'
import { FieldPlace } from '../../../records/presence/field-place.tsx'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { MoneyField } from '../../../ui/inputs/typed/money-field.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { createOffers } from '../../../ui/keys/offers.ts'
import { Section } from '../../../ui/layout/section.tsx'
import { COARSE, createMedia } from '../../../ui/look/media.ts'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { LineFields, OrderEditor } from '../editor/editor.ts'
import { CalculatorButton } from './calculator/calculator-button.tsx'
import { StalePrice } from './stale-price.tsx'
import { Totals } from './terms/totals.tsx'

/** What the table of lines is given. */
export interface LinesProps {
  readonly editor: OrderEditor
  readonly lines: readonly Line[]
  readonly currency: string
  readonly readOnly: boolean
  readonly apart: readonly Parted[]
}

const ONE = 1000

/** The order's lines on goods and works; each cell saves when it is left, totals follow. */
export function Lines(props: LinesProps) {
  const { t } = useWords()
  const goods = createAll(products)
  let list: HTMLUListElement | undefined
  const begun = createBegun(
    () => props.lines.length,
    () => list,
  )
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
        <ul ref={list} class="lines" aria-label={t('orders.lines.title')}>
          <Index each={props.lines}>{(line) => <LineRow {...props} line={line()} goods={goods()} />}</Index>
        </ul>
        <Totals order={{ ...props.editor.order(), lines: props.lines }} currency={props.currency} />
      </Show>
    </Section>
  )
}

/** Gives what is called when a line is added here: its first field then takes the focus, unless a keyboard came up on the screen for it. */
function createBegun(count: () => number, list: () => HTMLElement | undefined): () => void {
  const [isBegun, setBegun] = createSignal(false)
  const isCoarse = createMedia(COARSE)
  createEffect(
    on(count, (now, before = now) => {
      if (!isBegun() || now <= before) return
      setBegun(false)
      const line = list()?.lastElementChild
      if (!isCoarse()) line?.querySelector('input')?.focus()
      line?.scrollIntoView({ block: 'nearest' })
    }),
  )
  return () => setBegun(true)
}

interface CellProps extends LinesProps {
  readonly line: Line
  readonly onSet: (fields: LineFields) => unknown
}

function LineRow(props: LinesProps & { readonly line: Line; readonly goods: readonly Product[] }) {
  const set = (fields: LineFields) => props.editor.setLine(props.line.id, fields)
  const product = () => props.goods.find(({ id }) => id === props.line.product) ?? null
  return (
    <li class="line">
      <ProductCell {...props} onSet={set} />
      <RemoveLine {...props} />
      <Figures {...props} onSet={set} />
      <StalePrice {...props} product={product()} onSet={set} />
      <ApartEntry {...props} collection="orders" id={props.editor.id} list="lines" entry={props.line.id} />
    </li>
  )
}

/** Quantity, price and discount of a line, and what they come to. */
function Figures(props: CellProps) {
  const { t, format } = useWords()
  const frame = () => ({ bare: true, readOnly: props.readOnly })
  const place = (field: string) => placeOf(props, field)
  return (
    <div class="line-figures">
      <FieldPlace {...place('quantity')}>
        <NumberField
          {...frame()}
          label={t('records.orders.fields.quantity')}
          decimals={3}
          unit={props.line.unit ?? undefined}
          value={props.line.quantity}
          onCommit={(quantity) => props.onSet({ quantity })}
        />
      </FieldPlace>
      <FieldPlace {...place('price')}>
        <MoneyField
          {...frame()}
          label={t('records.orders.fields.price')}
          currency={props.currency}
          value={props.line.price}
          onCommit={(price) => props.onSet({ price, priceType: null, priceDate: null })}
        />
      </FieldPlace>
      <FieldPlace {...place('discount')}>
        <NumberField
          {...frame()}
          label={t('records.orders.fields.discount')}
          decimals={2}
          min={0}
          max={10_000}
          unit="%"
          value={props.line.discount}
          onCommit={(discount) => props.onSet({ discount })}
        />
      </FieldPlace>
      <strong class="n">
        {format.money(lineTotal(props.line, props.editor.order() ?? {}), props.currency, { bare: true })}
      </strong>
    </div>
  )
}

function placeOf({ editor, line }: LinesProps & { readonly line: Line }, field: string) {
  return { collection: 'orders', id: editor.id, path: `lines/${line.id}/${field}` } as const
}

/** Picks the product; its unit, price and VAT come with it, and may be changed in the line. */
function ProductCell(props: CellProps) {
  const { t, zone } = useWords()
  const all = createAll(products)
  const choose = (id: string | null) => {
    const product = all().find((one) => one.id === id)
    return props.onSet({
      product: id,
      section: product?.type === 'goods' || !product ? 'goods' : 'works',
      ...(product && takenFrom(product, props.editor.order()?.priceType ?? null, todayIn(zone()))),
    })
  }
  return (
    <FieldPlace {...placeOf(props, 'product')}>
      <ReferenceField
        bare
        creatable
        label={t('orders.lines.product')}
        to="products"
        value={props.line.product}
        readOnly={props.readOnly}
        placeholder={props.line.text ?? undefined}
        onCommit={choose}
      />
    </FieldPlace>
  )
}

function RemoveLine(props: LinesProps & { readonly line: Line }) {
  const { t } = useWords()
  const acts = useActs()
  const remove = async () => {
    const { act } = await props.editor.removeLine(props.line.id)
    if (act !== undefined) acts.said(t('orders.acts.removeLine'), act)
  }
  return (
    <Show when={!props.readOnly}>
      <IconButton icon={Trash} label={t('orders.lines.remove')} onClick={() => void remove()} />
    </Show>
  )
}
