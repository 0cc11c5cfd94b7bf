import Trash from 'lucide-solid/icons/trash'
import { Show } from 'solid-js'
import type { Product, products } from '../../../../../shared/goods/collections.ts'
import { takenFrom } from '../../../../../shared/goods/prices/line-price.ts'
import type { Line } from '../../../../../shared/orders/collections.ts'
import { useActs } from '../../../../records/acts/use-acts.ts'
import { ApartEntry } from '../../../../records/card/apart.tsx'
import { type Choices, ReferenceField } from '../../../../records/card/reference-field.tsx'
import { FieldPlace } from '../../../../records/presence/field-place.tsx'
import { IconButton } from '../../../../ui/actions/button.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import type { LineFields } from '../../editor/editor.ts'
import { Figures } from './figures.tsx'
import type { LinesProps } from './lines.tsx'
import { Notes } from './notes.tsx'

/** What a line is given. */
export interface LineRowProps extends LinesProps {
  readonly line: Line
  /** From 0. */
  readonly position: number
  readonly goods: Choices<typeof products>
  readonly productOf: (id: string) => Product | null
  /** `YYYY-MM-DD` in the company's zone. */
  readonly today: () => string
}

/** A line with what can be written of it. */
export interface CellProps extends LineRowProps {
  readonly onSet: (fields: LineFields) => unknown
}

/** A line: what is sold, how much of it at which price, and what there is to say about that. */
export function LineRow(props: LineRowProps) {
  const set = (fields: LineFields) => props.editor.setLine(props.line.id, fields)
  return (
    <li class="line" aria-posinset={props.position + 1} aria-setsize={props.lines.length}>
      <ProductCell {...props} onSet={set} />
      <RemoveLine {...props} />
      <Figures {...props} onSet={set} />
      <Notes {...props} onSet={set} />
      <ApartEntry {...props} collection="orders" id={props.editor.id} list="lines" entry={props.line.id} />
    </li>
  )
}

/** The path of a line's field. */
export function placeOf({ editor, line }: LineRowProps, field: string) {
  return { collection: 'orders', id: editor.id, path: `lines/${line.id}/${field}` } as const
}

/** Picks the product; its unit, price and VAT come with it, and may be changed in the line. */
function ProductCell(props: CellProps) {
  const { t } = useWords()
  const choose = (id: string | null) => {
    const product = id === null ? null : props.productOf(id)
    return props.onSet({
      product: id,
      section: product?.type === 'goods' || !product ? 'goods' : 'works',
      ...(product && takenFrom(product, props.editor.order()?.priceType ?? null, props.today())),
    })
  }
  return (
    <FieldPlace {...placeOf(props, 'product')}>
      <ReferenceField
        bare
        creatable
        label={t('orders.lines.product')}
        to="products"
        choices={props.goods}
        value={props.line.product}
        readOnly={props.readOnly}
        placeholder={props.line.text ?? undefined}
        onCommit={choose}
      />
    </FieldPlace>
  )
}

function RemoveLine(props: LineRowProps) {
  const { t } = useWords()
  const acts = useActs()
  const remove = async () => {
    const { act } = await props.editor.removeLine(props.line.id)
    if (act !== undefined) acts.said(t('orders.acts.removeLine'), act)
  }
  return (
    <Show when={!props.readOnly}>
      <IconButton icon={Trash} label={t('orders.lines.remove')} onClick={() => void acts.attempt(remove)} />
    </Show>
  )
}
