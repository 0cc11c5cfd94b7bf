import Plus from 'lucide-solid/icons/plus'
import { createSignal } from 'solid-js'
import { useActs } from '../../../records/acts/use-acts.ts'
import { fieldLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { DateField } from '../../../ui/inputs/dates/date-field.tsx'
import { MoneyField } from '../../../ui/inputs/typed/money-field.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { PriceTypes } from './price-types.ts'

/** One price of a product: of which type, from which day. */
export function AddPrice(props: { readonly id: string; readonly types: PriceTypes }) {
  const { t, zone } = useWords()
  const acts = useActs()
  const [chosen, choose] = createSignal<string | null>(null)
  const [date, setDate] = createSignal<string | null>(todayIn(zone()))
  const [price, setPrice] = createSignal<number | null>(null)
  const type = () => chosen() ?? props.types.all()[0]?.id ?? ''
  const add = async () => {
    const [day, sum] = [date(), price()]
    if (day === null || sum === null) return
    if (await acts.run('setPrice', { id: props.id, priceType: type(), date: day, price: sum })) setPrice(null)
  }
  return (
    <div class="price-form">
      <Select
        label={t(fieldLabel('products', 'priceType'))}
        value={type()}
        options={props.types.options()}
        onCommit={(value) => void choose(value)}
      />
      <DateField label={t(fieldLabel('products', 'date'))} value={date()} onCommit={(value) => void setDate(value)} />
      <MoneyField
        label={t(fieldLabel('products', 'price'))}
        currency={props.types.currencyOf(type())}
        min={0}
        value={price()}
        onCommit={(value) => void setPrice(value)}
      />
      <Button icon={Plus} disabled={price() === null || date() === null} onClick={() => void add()}>
        {t('goods.prices.add')}
      </Button>
    </div>
  )
}
