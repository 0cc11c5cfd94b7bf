import Trash from 'lucide-solid/icons/trash'
import { Show } from 'solid-js'
import { takenFrom } from '../../../../../shared/goods/prices/line-price.ts'
import { useActs } from '../../../../records/acts/use-acts.ts'
import { ApartEntry } from '../../../../records/card/apart.tsx'
import { ReferenceField } from '../../../../records/card/reference-field.tsx'
import { FieldPlace } from '../../../../records/presence/field-place.tsx'
import { IconButton } from '../../../../ui/actions/button.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import type { LineFields } from '../../editor/editor.ts'
import { Figures } from './figures.tsx'
import { Notes } from './notes.tsx'
import { Performers } from './performers.tsx'
import { type CellProps, type LineRowProps, placeOf } from './props.ts'

/** A line: what is sold, how much of it at which price, and what there is to say about that. */
export function LineRow(props: LineRowProps) {
  const set = (fields: LineFields) => props.editor.setLine(props.line.id, fields)
  return (
    <li class="line" aria-posinset={props.position + 1} aria-setsize={props.lines.length}>
      <ProductCell {...props} onSet={set} />
      <RemoveLine {...props} />
      <Figures {...props} onSet={set} />
      <Notes {...props} onSet={set} />
      <Performers {...props} />
      <ApartEntry {...props} collection="orders" id={props.editor.id} list="lines" entry={props.line.id} />
    </li>
  )
}

/** Picks the product; its unit, price and VAT come with it, and may be changed in the line. */
function ProductCell(props: CellProps) {
  const { t } = useWords()
  const choose = (id: string | null) => {
    const product = id === null ? null : props.productOf(id)
    return props.onSet({
      product: id,
      section: product?.type === 'goods' || !product ? 'goods' : 'works',
      ...(product && takenFrom(product, props.priceType(), props.today())),
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
