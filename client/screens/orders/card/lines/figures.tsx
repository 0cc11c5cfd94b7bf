import { lineTotal } from '../../../../../shared/orders/totals.ts'
import { FieldPlace } from '../../../../records/presence/field-place.tsx'
import { MoneyField } from '../../../../ui/inputs/typed/money-field.tsx'
import { NumberField } from '../../../../ui/inputs/typed/number-field.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { type CellProps, placeOf } from './props.ts'

const WHOLE = 10_000

/** Quantity, price and discount of a line, and what they come to. */
export function Figures(props: CellProps) {
  const { t, format } = useWords()
  const frame = () => ({ bare: true, readOnly: props.readOnly })
  return (
    <div class="line-figures">
      <FieldPlace {...placeOf(props, 'quantity')}>
        <NumberField
          {...frame()}
          label={t('records.orders.fields.quantity')}
          decimals={3}
          unit={props.line.unit ?? undefined}
          value={props.line.quantity}
          onCommit={(quantity) => props.onSet({ quantity })}
        />
      </FieldPlace>
      <FieldPlace {...placeOf(props, 'price')}>
        <MoneyField
          {...frame()}
          label={t('records.orders.fields.price')}
          currency={props.currency}
          value={props.line.price}
          onCommit={(price) => props.onSet({ price, priceType: null, priceDate: null })}
        />
      </FieldPlace>
      <FieldPlace {...placeOf(props, 'discount')}>
        <NumberField
          {...frame()}
          label={t('records.orders.fields.discount')}
          decimals={2}
          min={0}
          max={WHOLE}
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
