import { isCurrencyCode } from '../../company/currency-code.ts'

/** A currency is named by its code of ISO 4217: by that its sums are written and find their rates. */
export function doubtOfCurrency(text: string): 'currency' | null {
  return isCurrencyCode(text) ? null : 'currency'
}
