import type { Language, Words } from '../../locales/index.ts'
import type { CustomName } from '../../records/declarations/custom.ts'
import { figuresOf } from '../figures.ts'
import type { Block, Column, Paper, Picture } from '../paper.ts'
import { shortCurrency } from '../sums/currencies.ts'

/** What a price list shows of a product, by the names of the declarations' fields. */
export interface PricedProduct {
  readonly name: string | null
  readonly article: string | null
  readonly category: string | null
  readonly unit: string | null
  /** Minor units. */
  readonly price: number | null
  /** In words, what it has in fields that the company added, by their names. */
  readonly added?: { readonly [name: CustomName]: string }
}

/** What a price list can show of a product, in this order. */
export const PRICE_COLUMNS = ['article', 'name', 'unit', 'price'] as const
export type PriceColumn = (typeof PRICE_COLUMNS)[number]

/** A field that the company added, as a column behind these. */
export interface AddedColumn {
  readonly name: CustomName
  readonly head: string
  readonly align: Column['align']
}

export interface PriceList {
  readonly title: string
  /** What stands under it: the organisation, the day. */
  readonly under: readonly string[]
  readonly products: readonly PricedProduct[]
  /** ISO 4217, of the prices. */
  readonly currency: string
  /** In their order. */
  readonly columns: readonly PriceColumn[]
  readonly added?: readonly AddedColumn[]
  readonly logo: string | null
}

/** A price list by categories, each in the order in which its first product comes; those without one stand first. */
export function priceListPaper(
  list: PriceList,
  language: Language,
  labels: Words['records']['products']['fields'],
): Paper {
  const { title, under, products, logo } = list
  const categories = [...new Set(products.map(({ category }) => category))].sort(
    (a, b) => Number(a !== null) - Number(b !== null),
  )
  const picture: Picture[] = logo === null ? [] : [{ is: 'picture', image: logo }]
  const blocks: Block[] = [
    ...picture,
    { is: 'title', text: title },
    ...under.map((text): Block => ({ is: 'text', text })),
    ...categories.flatMap((category) => categoryBlocks(category, list, language, labels)),
  ]
  return { title, language, blocks }
}

/** The head of a column: prices say in which currency they are, since nothing else of the list does. */
export function priceHead(column: PriceColumn, label: string, currency: string, language: Language): string {
  return column === 'price' ? `${label}, ${shortCurrency(currency, language)}` : label
}

function categoryBlocks(
  category: string | null,
  { products, columns, currency, added = [] }: PriceList,
  language: Language,
  labels: Words['records']['products']['fields'],
): Block[] {
  const { sum } = figuresOf(language, currency)
  const heads = [
    ...columns.map(
      (name): Column => ({
        head: priceHead(name, labels[name], currency, language),
        align: name === 'price' ? 'right' : 'left',
        grows: name === 'name',
      }),
    ),
    ...added.map(({ head, align }): Column => ({ head, align, grows: false })),
  ]
  const rows = products
    .filter((product) => product.category === category)
    .map((product) => [
      ...columns.map((name) => (name === 'price' ? sum(product.price) : (product[name] ?? ''))),
      ...added.map(({ name }) => product.added?.[name] ?? ''),
    ])
  const head: Block[] = category === null ? [] : [{ is: 'text', text: category, look: 'strong' }]
  return [...head, { is: 'table', columns: heads, rows }]
}
