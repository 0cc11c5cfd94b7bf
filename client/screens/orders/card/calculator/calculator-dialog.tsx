import { Dialog } from '../../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import type { EditedOrder, OrderEditor } from '../../editor/editor.ts'
import { Earnings } from './earnings.tsx'
import { SpreadForm } from './spread-form.tsx'

/** What the calculator is given. */
export interface CalculatorProps {
  readonly editor: OrderEditor
  readonly order: EditedOrder
  /** ISO 4217. */
  readonly currency: string
  readonly readOnly: boolean
}

/** «Калькулятор заказа»: cost, markup and profit by line and in all; a discount over all lines, rounded. */
export function CalculatorDialog(props: CalculatorProps & { readonly onClose: () => void }) {
  const { t } = useWords()
  return (
    <Dialog open size="wide" title={t('trade.calculator.title')} onClose={() => props.onClose()}>
      <Earnings {...props} />
      {props.readOnly ? null : <SpreadForm {...props} />}
    </Dialog>
  )
}
