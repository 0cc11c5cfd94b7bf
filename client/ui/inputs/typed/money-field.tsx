import { currencyScale } from '../../words/format.ts'
import { useWords } from '../../words/words.tsx'
import { NumberField, type NumberFieldProps } from './number-field.tsx'

export interface MoneyFieldProps extends Omit<NumberFieldProps, 'decimals' | 'fixed' | 'unit'> {
  /** ISO 4217; says how many decimals there are, and the sign. */
  readonly currency: string
}

/** A sum: an integer of minor units in and out, on the screen in the currency's own format. */
export function MoneyField(props: MoneyFieldProps) {
  const { format } = useWords()
  return <NumberField {...props} decimals={currencyScale(props.currency)} fixed unit={format.sign(props.currency)} />
}
