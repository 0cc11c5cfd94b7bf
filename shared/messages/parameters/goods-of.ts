import { products } from '../../goods/collections.ts'
import { fill } from '../../locales/index.ts'
import type { Line } from '../../orders/collections.ts'
import { lineSums, orderTotal } from '../../orders/totals.ts'
import { figuresOf } from '../../print/figures.ts'
import { shortCurrency } from '../../print/sums/currencies.ts'
import type { GoodsTable } from '../body/body.ts'
import { MESSAGE_WORDS } from '../words.ts'
import { type Around, waysOfCompany } from './around.ts'

/** The order's lines in words, and what they come to; '' for an order without lines. `currency`: ISO 4217. */
export function goodsOf({ order, find }: Around, currency: string): GoodsTable | '' {
  if (order.lines.length === 0) return ''
  const { language } = waysOfCompany(find)
  const { columns, goodsTotal } = MESSAGE_WORDS[language]
  const { sum, quantity } = figuresOf(language, currency)
  const nameOf = ({ product, text }: Line) =>
    [product && find(products, product)?.name, text].filter(Boolean).join(', ')
  const rows = order.lines.map((line) => [
    nameOf(line),
    [quantity(line.quantity), line.unit].filter(Boolean).join(' '),
    sum(line.price),
    sum(lineSums(line, order).total),
  ])
  const total = [fill(goodsTotal, { currency: shortCurrency(currency, language) }), '', '', sum(orderTotal(order))]
  return { heads: [columns.name, columns.quantity, columns.price, columns.sum], rows: [...rows, total] }
}
