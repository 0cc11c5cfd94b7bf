import type { SiteOrder } from '../../../shared/site/catalogue.ts'
import { type Cart, MOST_LINES, quantityIn } from '../cart/cart.ts'
import { isThere, type Shop } from '../shop/shop.ts'

export type OrderLine = SiteOrder['lines'][number]

/** What has changed of a line since the form was shown. */
export type Change =
  | { readonly what: 'price'; readonly name: string; readonly was: number; readonly now: number }
  | { readonly what: 'less'; readonly name: string; readonly was: number; readonly now: number }
  | { readonly what: 'gone'; readonly name: string }

/** What is in a cart, as the shop sells it now; what it does not sell any more is left out. */
export function linesOf(cart: Cart, shop: Shop): OrderLine[] {
  const seen = [...cart].map(([product, quantity]) => ({ product, quantity, price: 0, name: '' }))
  return asSold(seen, shop).lines
}

/** Lines as they were shown, at today’s prices, as far as they are there, with what has changed of them. */
export function asSold(seen: readonly OrderLine[], shop: Shop): { lines: OrderLine[]; changes: Change[] } {
  const changes: Change[] = []
  const lines = seen.flatMap((line): OrderLine[] => {
    const product = shop.product(line.product)
    if (!product || !isThere(product)) {
      changes.push({ what: 'gone', name: product?.name ?? line.name })
      return []
    }
    const { name, price, stock } = product
    const quantity = Math.min(line.quantity, stock ?? line.quantity)
    if (quantity < line.quantity) changes.push({ what: 'less', name, was: line.quantity, now: quantity })
    if (price !== line.price) changes.push({ what: 'price', name, was: line.price, now: price })
    return [{ product: line.product, name, quantity, price }]
  })
  return { lines, changes }
}

/** A line as a form carries it: what the visitor was shown. */
export function writeLine({ product, quantity, price, name }: OrderLine): string {
  return `${product}:${quantity / 1000}:${price}:${name}`
}

/** Lines that a form brought; what is none is left out, and of two of one product the last. */
export function readLines(texts: readonly string[]): OrderLine[] {
  const lines = new Map<string, OrderLine>()
  for (const text of texts.slice(0, MOST_LINES)) {
    const [, product = '', typed = '', price = '', name = ''] =
      /^([\w-]{1,100}):([\d.]+):(\d{1,15}):(.{0,500})$/su.exec(text) ?? []
    const quantity = quantityIn(typed)
    if (product !== '' && quantity !== null) lines.set(product, { product, quantity, price: Number(price), name })
  }
  return [...lines.values()]
}
