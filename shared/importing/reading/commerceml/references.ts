import { type FileProblem, problemAt } from '../problem.ts'
import type { Before, Exchange, ExchangeProduct, Located, Offer } from './exchange.ts'

type Product = ExchangeProduct & Located
type LocatedOffer = Offer & Located

/**
 * Checks what an exchange refers to, in it and in the files before it: a group or a price type that is not there is left out of its
 * product or offer, an offer of a product that is not there, and what stands there twice, are left out whole. Each is told.
 */
export function checkReferences(
  exchange: Exchange,
  before: Before | null,
): { readonly exchange: Exchange; readonly problems: readonly FileProblem[] } {
  const check = new ReferenceCheck(exchange, before)
  const products = once(exchange.products, check.problems).map((product) => check.product(product))
  const offers = once(exchange.offers, check.problems).flatMap((offer) => check.offer(offer) ?? [])
  const orders = once(exchange.orders, check.problems)
  return { exchange: { ...exchange, products, offers, orders }, problems: check.problems }
}

class ReferenceCheck {
  readonly problems: FileProblem[] = []
  /** Null: nothing is known of them, so nothing is missing. */
  readonly #groups: ReadonlySet<string> | null
  readonly #priceTypes: ReadonlySet<string> | null
  readonly #products: ReadonlySet<string> | null

  constructor({ groups, priceTypes, products }: Exchange, before: Before | null) {
    this.#groups = known(groups, before?.groups)
    this.#priceTypes = known(priceTypes, before?.priceTypes)
    this.#products = known(products, before?.products)
  }

  product(product: Product): Product {
    const groups = product.groups.filter((id) => this.#has(this.#groups, id, product.line, 'Группа'))
    return { ...product, groups }
  }

  /** Null: its product is not there. An offer may be of a characteristic, which no catalogue lists. */
  offer(offer: LocatedOffer): LocatedOffer | null {
    const [product = ''] = offer.id.split('#')
    const isThere = this.#products?.has(offer.id) || this.#has(this.#products, product, offer.line, 'Товар')
    if (!isThere) return null
    const prices = offer.prices.filter(({ type }) => this.#has(this.#priceTypes, type, offer.line, 'ТипЦены'))
    return { ...offer, prices }
  }

  #has(ids: ReadonlySet<string> | null, id: string, line: number, what: string): boolean {
    if (ids === null || ids.has(id)) return true
    this.problems.push(problemAt(line, 'exchange-reference', { what, id }))
    return false
  }
}

function known(here: readonly { readonly id: string }[], before: ReadonlySet<string> | undefined): Set<string> | null {
  return here.length === 0 && before === undefined ? null : new Set([...here.map(({ id }) => id), ...(before ?? [])])
}

/** The first of each id. */
function once<T extends Located & { readonly id: string }>(all: readonly T[], problems: FileProblem[]): T[] {
  const lines = new Map<string, number>()
  return all.filter(({ id, line }) => {
    const first = lines.get(id)
    if (first === undefined) lines.set(id, line)
    else problems.push(problemAt(line, 'exchange-repeated', { id, first }))
    return first === undefined
  })
}
