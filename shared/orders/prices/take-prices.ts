import { COMPANY, company } from '../../company/collections.ts'
import { ownCurrency } from '../../company/rates.ts'
import { Failure } from '../../errors.ts'
import { priceTypes, products } from '../../goods/collections.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { orders } from '../collections.ts'
import { checkOpen, checkSum } from '../commands.ts'
import { isPricedIn, pricesFor } from './taken-prices.ts'

/**
 * Takes the prices of the order's type that hold on a day, `YYYY-MM-DD`, into its lines (goods/SPEC N8); how many were taken,
 * and how many lines have none. Failures `order-completed`, `price-currency`, `sum-too-large`.
 */
export function takePrices(
  tx: Transaction,
  { id, day }: { readonly id: string; readonly day: string },
): { readonly taken: number; readonly left: number } {
  const order = checkOpen(tx, id)
  const type = order.priceType === null ? null : tx.find(priceTypes, order.priceType)
  const own = ownCurrency(tx.find(company, COMPANY))
  if (type && !isPricedIn(type, order.currency, own))
    throw new Failure('price-currency', { currency: type.currency ?? '' })
  const { taken, left } = pricesFor(order, (product) => tx.find(products, product), day)
  for (const { line, ...price } of taken) tx.setEntry(orders, id, 'lines', line, price)
  checkSum(tx.get(orders, id))
  return { taken: taken.length, left }
}
