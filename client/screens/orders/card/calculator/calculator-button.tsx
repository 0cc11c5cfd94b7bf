import Calculator from 'lucide-solid/icons/calculator'
import { createSignal, Show } from 'solid-js'
import { IconButton } from '../../../../ui/actions/button.tsx'
import { createOffers } from '../../../../ui/keys/offers.ts'
import { useWords } from '../../../../ui/words/words.tsx'
import type { OrderEditor } from '../../editor/editor.ts'
import { CalculatorDialog } from './calculator-dialog.tsx'

/** What the way to the calculator is given. */
export interface CalculatorButtonProps {
  readonly editor: OrderEditor
  /** ISO 4217. */
  readonly currency: string
  readonly readOnly: boolean
}

/** «Калькулятор», by its button and from the palette, where there is a line to reckon with. */
export function CalculatorButton(props: CalculatorButtonProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = createSignal(false)
  const order = () => props.editor.order()
  const isPossible = () => (order()?.lines.length ?? 0) > 0
  const open = () => void setOpen(true)
  createOffers(() => ({
    heading: t('keys.groups.card'),
    rows: isPossible()
      ? [{ id: 'orders.calculate', label: t('trade.calculator.title'), icon: Calculator, run: open }]
      : [],
  }))
  return (
    <Show when={isPossible()}>
      <IconButton icon={Calculator} label={t('trade.calculator.open')} onClick={open} />
      <Show when={isOpen() && order()}>
        {(edited) => <CalculatorDialog {...props} order={edited()} onClose={() => setOpen(false)} />}
      </Show>
    </Show>
  )
}
