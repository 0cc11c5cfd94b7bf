import { OWED, type OwedField } from '../../../../shared/customers/list-fields.ts'
import type { Debt } from '../../../../shared/movements/debts.ts'

/** What an item has beside what is owed: the sum of each currency, where there are others than the company's. */
export const CURRENCIES = 'In'

/** What a customer owes us, or we owe it. */
export interface Owed {
  /** In the company's currency at today's rates, as far as there are any; null where nothing is owed. */
  readonly sum: number | null
  /** A line for each currency: its code (none: the company's) and the sum; null where the company's is the only one. */
  readonly by: readonly string[] | null
}

/** Both of a customer, from its debts by currency; `toCompany` gives null where there is no rate. */
export function owedOf(
  debts: readonly Debt[],
  toCompany: (sum: number, currency: string | null) => number | null,
): Readonly<Record<OwedField, Owed>> {
  const [toUs, byUs] = OWED.map((of): Owed => {
    const some = debts.filter((debt) => debt[of] !== 0)
    if (some.length === 0) return { sum: null, by: null }
    const sum = some.reduce((all, debt) => all + (toCompany(debt[of], debt.currency) ?? 0), 0)
    const isForeign = some.some(({ currency }) => currency !== null)
    return { sum, by: isForeign ? some.map((debt) => `${debt.currency ?? ''} ${debt[of]}`) : null }
  }) as [Owed, Owed]
  return { toUs, byUs }
}

/** Reads what stands of the currencies again. */
export function readOwed(by: readonly string[]): readonly { readonly currency: string | null; readonly sum: number }[] {
  return by.map((line) => {
    const at = line.lastIndexOf(' ')
    return { currency: line.slice(0, at) || null, sum: Number(line.slice(at + 1)) }
  })
}
