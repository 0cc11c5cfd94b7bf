import Plus from 'lucide-solid/icons/plus'
import { createSignal } from 'solid-js'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { DateField } from '../../../ui/inputs/dates/date-field.tsx'
import { NumberField } from '../../../ui/inputs/typed/number-field.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { useRateCheck } from './rate-check.ts'

/** A rate from a day on, today unless another is chosen; that of a day that has one takes its place. */
export function AddRate(props: { readonly id: string; readonly own: string }) {
  const { t, format, zone } = useWords()
  const acts = useActs()
  const check = useRateCheck()
  const [from, setFrom] = createSignal<string | null>(todayIn(zone()))
  const [millionths, setMillionths] = createSignal<number | null>(null)
  const add = async () => {
    const [day, rate] = [from(), millionths()]
    if (day === null || rate === null) return
    if (await acts.run('setRate', { id: props.id, from: day, millionths: rate })) setMillionths(null)
  }
  return (
    <form
      class="rate-form"
      onSubmit={(event) => {
        event.preventDefault()
        // What was typed last and cannot be read stands there still: nothing is added in its place.
        if (!event.currentTarget.querySelector('[aria-invalid]')) void add()
      }}
    >
      <DateField label={t('settings.rates.from')} value={from()} onCommit={(day) => void setFrom(day)} />
      <NumberField
        label={t('settings.rates.rate')}
        decimals={6}
        check={check}
        unit={format.sign(props.own)}
        value={millionths()}
        onCommit={(value) => void setMillionths(value)}
      />
      <Button type="submit" icon={Plus} disabled={millionths() === null || from() === null}>
        {t('settings.rates.add')}
      </Button>
    </form>
  )
}
