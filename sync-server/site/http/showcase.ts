import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { SiteCatalogue } from '../../../shared/site/catalogue.ts'
import { type Cart, readCart } from '../cart/cart.ts'
import { lookOf } from '../look/look.ts'
import { COUNT_MARK, countMark, type Place } from '../pages/frame.ts'
import { Shop } from '../shop/shop.ts'
import type { SiteStore } from '../store/store.ts'
import { KeptPages, sendKept, sendOwn } from './kept-pages.ts'

/** Where pages of a site stand. */
export interface Standing {
  /** What their paths begin with: empty, or `/shop`. */
  readonly base: string
  /** The address of the whole, `https://shop.example`. */
  readonly origin: string
}

export const CART_COOKIE = 'voronka_shop_cart'

/** What is shown now: made of the catalogue when it is asked for first, and anew when another is published. */
export class Showcase {
  readonly #store: SiteStore
  readonly #standing: Standing
  /** Signs carts and forms. */
  readonly #key: Uint8Array
  readonly #kept = new KeptPages()
  #shown: { readonly place: Place; readonly css: string } | null = null

  constructor(store: SiteStore, standing: Standing, key: Uint8Array) {
    this.#store = store
    this.#standing = standing
    this.#key = key
  }

  get place(): Place {
    return this.#now.place
  }

  get shop(): Shop {
    return this.place.shop
  }

  /** The styles, whole. */
  get css(): string {
    return this.#now.css
  }

  renew(): void {
    this.#shown = null
    this.#kept.clear()
  }

  cartOf(c: Context): Cart {
    return readCart(getCookie(c, CART_COOKIE), this.#key)
  }

  /** Sends a page that is the same for everybody, but for how many goods are in the cart; null: there is none. */
  send(c: Context, address: string, make: (place: Place) => string | null): Response | null {
    const { place } = this
    const count = this.cartOf(c).size
    const made = this.#kept.of(`${address}#${count}`, () => counted(make(place), place.shop, count))
    return made && sendKept(c, made)
  }

  /** Sends a page that is this visitor’s own. */
  sendOwn(c: Context, text: string, status?: Parameters<typeof sendOwn>[2], cart: Cart = this.cartOf(c)): Response {
    return sendOwn(c, counted(text, this.shop, cart.size) ?? '', status)
  }

  /** Sends what is no page, such as styles. */
  sendFile(c: Context, type: string, make: () => string | null): Response | null {
    const made = this.#kept.of(c.req.path, make)
    return made && sendKept(c, made, type)
  }

  get #now() {
    this.#shown ??= this.#make()
    return this.#shown
  }

  #make() {
    const { base, origin } = this.#standing
    const shop = new Shop(this.#store.catalogue() ?? nothing(origin))
    const { css, hash } = lookOf(shop.catalogue.hue)
    return { css, place: { shop, base, origin, look: `${base}/look/${hash}.css` } }
  }
}

function counted(text: string | null, shop: Shop, count: number): string | null {
  return text === null ? null : text.replace(COUNT_MARK, () => countMark(shop, count))
}

/** What stands where nothing was published yet. */
function nothing(origin: string): SiteCatalogue {
  const texts = { slogan: '', about: '', delivery: '', privacy: '', phone: '', email: '', address: '' }
  const none = { hue: null, logo: null, seller: null, groups: [], goods: [] }
  const ours = { currency: 'RUB', zone: 'UTC', language: 'ru' } as const
  return { made: 0, isOn: false, name: new URL(origin).hostname, ...texts, ...none, ...ours }
}
