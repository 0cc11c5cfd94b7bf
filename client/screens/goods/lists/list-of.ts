import { minorDigits } from '../../../../shared/company/currency-code.ts'
import type { Product } from '../../../../shared/goods/collections.ts'
import { priceOn } from '../../../../shared/goods/prices/held.ts'
import { sortedByName } from '../../../../shared/lists/by-name.ts'
import type { SheetTable, SheetValue } from '../../../../shared/lists/sheet.ts'
import type { AddedColumn, PriceColumn, PricedProduct } from '../../../../shared/print/lists/price-list.ts'

/** Says in words what a product has in fields that the company added. */
export type SayAdded = (product: Product) => NonNullable<PricedProduct['added']>

/** What a price list shows of the products: by name, with the price of a type (null: their own) that holds on a day. */
export function pricedOn(
  products: readonly Product[],
  priceType: string | null,
  day: string,
  isPricedOnly: boolean,
  sayAdded: SayAdded,
): readonly PricedProduct[] {
  const rows = products.map((product) => {
    const { name, article, category, unit } = product
    const shown = { name, article, category, unit, price: priceOn(product, priceType, day)?.price ?? null }
    return { ...shown, added: sayAdded(product) }
  })
  const shown = isPricedOnly ? rows.filter(({ price }) => price !== null) : rows
  return sortedByName(shown, ({ name }) => name ?? '')
}

/** The same for spreadsheets; `currency`: ISO 4217, of the prices. */
export function sheetOf(
  products: readonly PricedProduct[],
  columns: readonly PriceColumn[],
  currency: string,
  headOf: (column: PriceColumn) => string,
  added: readonly AddedColumn[],
): SheetTable {
  const scale = minorDigits(currency)
  const heads = [...columns.map(headOf), ...added.map(({ head }) => head)]
  const rows = products.map((product) => [
    ...columns.map((column) => cell(product, column, scale)),
    ...added.map(({ name }) => textCell(product.added?.[name] || null)),
  ])
  return { heads, rows }
}

function cell(product: PricedProduct, column: PriceColumn, scale: number): SheetValue {
  if (column === 'price') return product.price === null ? null : { is: 'number', value: product.price, scale }
  return textCell(product[column])
}

function textCell(text: string | null): SheetValue {
  return text === null ? null : { is: 'text', text }
}
