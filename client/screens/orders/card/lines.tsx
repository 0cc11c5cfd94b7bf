import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { Index, Show } from 'solid-js'
import { products } from '../../../../shared/goods/collections.ts'
import type { Line } from '../../../../shared/orders/collections.ts'
import { lineTotal } from '../../../../shared/orders/totals.ts'
import type { Overwritten } from '../../../../shared/records/overwritten.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { ReferenceField } from '../../../records/reference-field.tsx'
import { useActs } from '../../../records/use-acts.ts'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { MoneyField } from '../../../ui/inputs/money-field.tsx'
import { NumberField } from '../../../ui/inputs/number-field.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { LineFields, OrderEditor } from '../editor/editor.ts'

/** What the table of lines is given. */
export interface LinesProps {
  readonly editor: OrderEditor
  readonly lines: readonly Line[]
  readonly currency: string
  readonly readOnly: boolean
  readonly overwritten: readonly Overwritten[]
}

const ONE = 1000

/** The order's lines on goods and works; each cell saves when it is left, totals follow. */
export function Lines(props: LinesProps) {
  const { t, format } = useWords()
  const total = () => props.lines.reduce((sum, line) => sum + lineTotal(line), 0)
  const add = () => void props.editor.addLine({ quantity: ONE })
  return (
    <Section
      title={t('orders.lines.title')}
      actions={
        <Show when={!props.readOnly}>
          <Button size="small" look="ghost" icon={Plus} onClick={add}>
            {t('orders.lines.add')}
          </Button>
        </Show>
      }
    >
      <Show when={props.lines.length > 0} fallback={<p class="dim">{t('orders.lines.empty')}</p>}>
        <ul class="lines" aria-label={t('orders.lines.title')}>
          <Index each={props.lines}>{(line) => <LineRow {...props} line={line()} />}</Index>
        </ul>
        <p class="lines-sum">
          <span>{t('orders.lines.sum')}</span>
          <span class="n">{format.money(total(), props.currency)}</span>
        </p>
      </Show>
    </Section>
  )
}

function LineRow(props: LinesProps & { readonly line: Line }) {
  const { t, format } = useWords()
  const set = (fields: LineFields) => props.editor.setLine(props.line.id, fields)
  const frame = () => ({ bare: true, readOnly: props.readOnly })
  return (
    <li class="line">
      <ProductCell {...props} onSet={set} />
      <RemoveLine {...props} />
      <div class="line-figures">
        <NumberField
          {...frame()}
          label={t('records.orders.fields.quantity')}
          decimals={3}
          unit={props.line.unit ?? undefined}
          value={props.line.quantity}
          onCommit={(quantity) => set({ quantity })}
        />
        <MoneyField
          {...frame()}
          label={t('records.orders.fields.price')}
          currency={props.currency}
          value={props.line.price}
          onCommit={(price) => set({ price })}
        />
        <NumberField
          {...frame()}
          label={t('records.orders.fields.discount')}
          decimals={2}
          min={0}
          max={10_000}
          unit="%"
          value={props.line.discount}
          onCommit={(discount) => set({ discount })}
        />
        <strong class="n">{format.money(lineTotal(props.line), props.currency, { bare: true })}</strong>
      </div>
    </li>
  )
}

/** Picks the product; its unit, price and VAT come with it, and may be changed in the line. */
function ProductCell(props: LinesProps & { readonly line: Line; readonly onSet: (fields: LineFields) => unknown }) {
  const { t } = useWords()
  const all = createAll(products)
  const choose = (id: string | null) => {
    const product = all().find((one) => one.id === id)
    return props.onSet({
      product: id,
      section: product?.type === 'goods' || !product ? 'goods' : 'works',
      ...(product && { unit: product.unit, price: product.price, vat: product.vat }),
    })
  }
  return (
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
