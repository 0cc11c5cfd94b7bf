import { randomBytes } from 'node:crypto'
import type { SiteCatalogue } from '../../../shared/site/catalogue.ts'
import { writeCart } from '../../../sync-server/site/cart/cart.ts'
import { CART_COOKIE } from '../../../sync-server/site/http/showcase.ts'
import { type OrderLine, writeLine } from '../../../sync-server/site/ordering/lines.ts'
import { writeToken } from '../../../sync-server/site/ordering/token.ts'
import type { BenchDoor } from './door.ts'
import { request } from './line.ts'
import type { Asked } from './load.ts'

const MINUTE = 60_000
const PER_PAGE = 24
/** Goods that everybody looks at. */
const WANTED = 200
const IN_CART = 3
/** A second, in the steady stream: of pages, of orders. */
export const [PAGES, ORDERS] = [200, 20]

/** What visitors ask of the site. */
export interface Kind extends Omit<Asked, 'port'> {
  readonly name: string
  /** A page of that size. */
  readonly page: string
  /** So many of them are made when they are asked for first, which is measured too. */
  readonly first?: number
}

/** Pages of the catalogue and of goods, the form of an order, and orders; all with a cart of three goods. */
export function kindsOf(door: BenchDoor, { goods }: SiteCatalogue): readonly Kind[] {
  const { lines, cookie } = cartOf(door, { goods })
  const pages = Math.ceil(goods.length / PER_PAGE)
  const page = (name: string, path: (n: number) => string): Kind => {
    const ask = (n: number) => request(path(n), { from: n, cookie })
    return { name, request: ask, status: 200, rate: PAGES, page: ask(0) }
  }
  const form = page('order form', () => '/order')
  const all = page(`product, all ${goods.length} in turn`, (n) => `/product/${goods[n % goods.length]?.slug}`)
  return [
    page(`catalogue, its ${pages} pages in turn`, (n) => `/catalogue?page=${1 + (n % pages)}`),
    page(`product, ${WANTED} in turn`, (n) => `/product/${goods[n % WANTED]?.slug}`),
    { ...all, first: goods.length },
    form,
    { ...form, name: 'orders sent', status: 303, rate: ORDERS, request: (n) => order(n, cookie, lines, door.forms) },
  ]
}

/** A visitor’s cart of three goods, and the cookie that carries it. */
export function cartOf({ forms }: BenchDoor, { goods }: Pick<SiteCatalogue, 'goods'>) {
  const lines = goods
    .slice(0, IN_CART)
    .map(({ id, name, price }): OrderLine => ({ product: id, name, price, quantity: 2000 }))
  const cart = new Map(lines.map(({ product, quantity }) => [product, quantity]))
  return { lines, cookie: `${CART_COOKIE}=${writeCart(cart, forms)}` }
}

/** A form as a visitor sends it a minute after it was shown. */
function order(n: number, cookie: string, lines: readonly OrderLine[], key: Uint8Array): string {
  const id = randomBytes(16).toString('base64url')
  const form = new URLSearchParams({
    form: writeToken({ id, at: Date.now() - MINUTE }, key),
    ...{ name: `Иван Петров ${n}`, phone: '+7 905 123-45-67', email: `ivan${n}@people.example` },
    ...{ address: 'Тула, ул. Ленина, 1', note: 'Позвоните заранее', consent: 'yes' },
  })
  for (const line of lines) form.append('line', writeLine(line))
  return request('/order', { from: n, cookie, form: form.toString() })
}
