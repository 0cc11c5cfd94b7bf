import type { SiteProduct } from '../../../shared/site/catalogue.ts'

export const SORTS = ['usual', 'cheap', 'dear', 'name'] as const
export type Sort = (typeof SORTS)[number]
export const PER_PAGE = [24, 48] as const

/** Which part of goods is asked for, in which order. */
export interface Asked {
  readonly sort: Sort
  readonly per: (typeof PER_PAGE)[number]
  /** From 1. */
  readonly page: number
}

/** A page of goods. */
export interface Listed extends Asked {
  readonly goods: readonly SiteProduct[]
  readonly count: number
  readonly pages: number
}

type Query = (name: string) => string | undefined

/** What an address asks for; what it cannot be is as if it were not there. */
export function askedIn(query: Query): Asked {
  const page = Number(query('page') ?? 1)
  return {
    sort: SORTS.find((sort) => sort === query('sort')) ?? 'usual',
    per: PER_PAGE.find((per) => String(per) === query('per')) ?? PER_PAGE[0],
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

/** The part of an address that asks so: nothing where it is the usual. */
export function queryOf({ sort, per, page }: Asked, text?: string): string {
  const params = new URLSearchParams(text === undefined ? {} : { q: text })
  if (sort !== 'usual') params.set('sort', sort)
  if (per !== PER_PAGE[0]) params.set('per', String(per))
  if (page > 1) params.set('page', String(page))
  return params.size === 0 ? '' : `?${params}`
}

/** The page of goods that is asked for; null: there is none of that number. */
export function listed(goods: readonly SiteProduct[], asked: Asked, language: string): Listed | null {
  const pages = Math.max(1, Math.ceil(goods.length / asked.per))
  if (asked.page > pages) return null
  const from = (asked.page - 1) * asked.per
  const shown = sorted(goods, asked.sort, language).slice(from, from + asked.per)
  return { ...asked, goods: shown, count: goods.length, pages }
}

/** Goods in the orders that they were asked for in; gone with them, when another catalogue is shown. */
const SORTED = new WeakMap<readonly SiteProduct[], Map<Sort, readonly SiteProduct[]>>()

/** Ten thousand goods take ten milliseconds by name, so no page of them does it again. */
function sorted(goods: readonly SiteProduct[], sort: Sort, language: string): readonly SiteProduct[] {
  if (sort === 'usual') return goods
  const orders = SORTED.get(goods) ?? new Map<Sort, readonly SiteProduct[]>()
  SORTED.set(goods, orders)
  const list = orders.get(sort) ?? inOrder(goods, sort, language)
  orders.set(sort, list)
  return list
}

function inOrder(goods: readonly SiteProduct[], sort: Exclude<Sort, 'usual'>, language: string) {
  if (sort === 'cheap') return goods.toSorted((a, b) => a.price - b.price)
  if (sort === 'dear') return goods.toSorted((a, b) => b.price - a.price)
  const { compare } = new Intl.Collator(language, { numeric: true })
  return goods.toSorted((a, b) => compare(a.name, b.name))
}
