import { Dialog } from '../../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { Earnings } from './earnings.tsx'
import type { CalculatorProps } from './props.ts'
import { SpreadForm } from './spread-form.tsx'

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
