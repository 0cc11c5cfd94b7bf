import { lineTotal } from '../../../orders/totals.ts'
import type { ExchangeLine } from '../../reading/commerceml/exchange.ts'
import { rateOf } from '../vat-rates.ts'

/** What one line of an order says, cell by cell; the column of the `at`-th line has that number behind it. */
export const LINE_CELLS = {
  Товар: 'product',
  Текст: 'text',
  Единица: 'unit',
  Количество: 'quantity',
  Цена: 'price',
  Скидка: 'discount',
  СкидкаСуммой: 'discountSum',
  НДС: 'vat',
} as const

/** The id of the line's product, without its characteristic, which no catalogue lists; its name, where it has none. */
export function productKey({ id, name }: Pick<ExchangeLine, 'id' | 'name'>): string {
  return id?.split('#')[0] || name
}

/** The cells of the `at`-th line, counted from 1. */
export function lineCells(line: ExchangeLine, at: number): Record<string, string> {
  const quantity = line.quantity ?? 1000
  const price = line.price ?? perUnit(line.sum, quantity)
  const { discount, discountSum } = discountOf({ ...line, price, quantity })
  const values: { readonly [C in keyof typeof LINE_CELLS]: string } = {
    Товар: productKey(line),
    Текст: line.id?.includes('#') ? line.name : '',
    Единица: line.unit ?? '',
    Количество: decimal(quantity, 3),
    Цена: price === null ? '' : decimal(price, 2),
    Скидка: discount === 0 ? '' : decimal(discount, 2),
    СкидкаСуммой: discountSum === 0 ? '' : decimal(discountSum, 2),
    НДС: rateOf(line.vat),
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${name} ${at}`, value]))
}

/** A price that is told only by the sum; what it rounds off goes into the discount. */
function perUnit(sum: number | null, quantity: number): number | null {
  return sum === null || quantity === 0 ? null : Math.round((sum * 1000) / quantity)
}

type Priced = Omit<ExchangeLine, 'price' | 'quantity'> & { readonly price: number | null; readonly quantity: number }

/**
 * What is off a line, so that it comes to just what the file says: a percentage where that does it, else the difference in
 * money. A discount that the sum has not off yet is taken off besides.
 */
function discountOf({ price, quantity, sum, discounts }: Priced): { discount: number; discountSum: number } {
  const notYet = discounts.flatMap(({ isCounted, sum: off }) => (isCounted ? [] : [off ?? 0]))
  const total = sum === null ? null : sum - notYet.reduce((all, one) => all + one, 0)
  const [first, second] = discounts
  const percent = first && !second ? (first.percent ?? 0) : 0
  const totalWith = (discount: number) => lineTotal({ quantity, price, discount })
  if (total === null || totalWith(percent) === total) return { discount: percent, discountSum: 0 }
  return { discount: 0, discountSum: totalWith(0) - total }
}

function decimal(units: number, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0')
  return `${units < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
