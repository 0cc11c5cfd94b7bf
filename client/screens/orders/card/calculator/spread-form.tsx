import { createMemo, createSignal, Show } from 'solid-js'
import { Failure } from '../../../../../shared/errors.ts'
import { type Spreading, spread } from '../../../../../shared/orders/sums/spread.ts'
import { orderTotal } from '../../../../../shared/orders/totals.ts'
import { useActs } from '../../../../records/acts/use-acts.ts'
import { Button } from '../../../../ui/actions/button.tsx'
import { SentForm } from '../../../../ui/forms/sent-form.tsx'
import { Select } from '../../../../ui/inputs/choice/select.tsx'
import { MoneyField } from '../../../../ui/inputs/typed/money-field.tsx'
import { Section } from '../../../../ui/layout/section.tsx'
import { currencyScale } from '../../../../ui/words/format.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import type { EditedOrder } from '../../editor/editor.ts'
import type { CalculatorProps } from './props.ts'

/** To how many whole units of the currency the total may be rounded. */
const WHOLES = [1, 10, 100, 1000]

/** A sum off the lines, each bears its share, and what all are rounded to. */
export function SpreadForm(props: CalculatorProps) {
  const { t, format } = useWords()
  const acts = useActs()
  const [off, setOff] = createSignal<number | null>(null)
  const [step, setStep] = createSignal('1')
  const how = (): Spreading => ({ off: off() ?? 0, step: Number(step()) })
  const becomes = createMemo(() => totalAfter(props.order, how()))
  const money = (sum: number) => format.money(sum, props.currency)
  const put = async (asked: Spreading) => {
    const { act } = await props.editor.spread(asked)
    if (act !== undefined) acts.said(t('trade.calculator.done'), act)
  }
  const wholes = () => WHOLES.map((whole) => whole * 10 ** currencyScale(props.currency)).filter((one) => one > 1)
  return (
    <Section title={t('trade.calculator.spread')}>
      <SentForm
        submit={t('trade.calculator.submit')}
        onSubmit={() => put(how())}
        beside={<Button onClick={() => void acts.attempt(() => put({ off: 0 }))}>{t('trade.calculator.clear')}</Button>}
      >
        <MoneyField label={t('trade.calculator.off')} currency={props.currency} value={off()} onCommit={setOff} />
        <Select
          label={t('trade.calculator.step')}
          value={step()}
          options={[
            { value: '1', label: t('trade.calculator.noStep') },
            ...wholes().map((one) => ({ value: `${one}`, label: t('trade.calculator.stepTo', { sum: money(one) }) })),
          ]}
          onCommit={(value) => setStep(value ?? '1')}
        />
        <Show when={becomes()}>
          {(sum) => (
            <p class="dim" role="status">
              {t('trade.calculator.becomes', { sum: money(sum()) })}
            </p>
          )}
        </Show>
      </SentForm>
    </Section>
  )
}

/** What the order would come to, VAT with it; null where it cannot be spread so: the reason is said when it is asked for. */
function totalAfter(order: EditedOrder, how: Spreading): number | null {
  try {
    const shares = spread(order, how)
    return orderTotal({
      ...order,
      lines: order.lines.map((line) => ({ ...line, discountSum: shares.get(line.id) ?? null })),
    })
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}
