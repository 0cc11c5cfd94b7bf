import type { Context, Hono } from 'hono'
import { fill } from '../../../../shared/locales/fill.ts'
import { type Cart, MOST_LINES, MOST_OF_ONE, quantityIn } from '../../cart/cart.ts'
import { linesOf } from '../../ordering/lines.ts'
import { cartPage } from '../../pages/cart.ts'
import { isThere } from '../../shop/shop.ts'
import { lost, type SiteRoom, said } from '../room.ts'
import { keep } from './cookie.ts'
import { formOf } from './forms.ts'

const FIELD = 'quantity.'

/** The cart: a signed cookie, and forms that change it. */
export function cartRoutes(app: Hono, room: SiteRoom): void {
  const { showcase } = room
  app.get('/cart', (c) => {
    const cart = showcase.cartOf(c)
    const lines = linesOf(cart, showcase.shop)
    if (lines.length === cart.size) return showcase.sendOwn(c, cartPage(showcase.place, { lines }))
    const left = new Map(lines.map(({ product, quantity }) => [product, quantity]))
    keep(room, c, left)
    const { gone } = showcase.shop.words.cartPage
    return showcase.sendOwn(c, cartPage(showcase.place, { lines, said: gone }), 200, left)
  })
  app.post('/cart', async (c) => {
    const form = await formOf(c)
    if (!form) return said(room, c, 'shape', 415)
    const added = form.get('add')
    if (added !== null) return add(room, c, added, form.get('quantity') ?? '1')
    const cart = new Map(showcase.cartOf(c))
    const removed = form.get('remove')
    if (removed === null) return set(room, c, cart, form)
    cart.delete(removed)
    return kept(room, c, cart, '/cart')
  })
}

function add(room: SiteRoom, c: Context, id: string, typed: string): Response {
  const { showcase } = room
  const product = showcase.shop.product(id)
  if (!product || !isThere(product)) return lost(room, c)
  const cart = new Map(showcase.cartOf(c))
  const quantity = quantityIn(typed)
  if (!cart.has(id) && cart.size >= MOST_LINES) {
    const { full } = showcase.shop.words.cartPage
    return shown(room, c, cart, { said: fill(full, { most: MOST_LINES }) })
  }
  if (quantity === null) {
    const wanted = new Map([...cart, [id, cart.get(id) ?? 1000]])
    return shown(room, c, wanted, { wrong: new Map([[id, typed]]) })
  }
  cart.set(id, Math.min(MOST_OF_ONE, (cart.get(id) ?? 0) + quantity))
  return kept(room, c, cart, '/cart')
}

/** Takes all quantities of the cart’s page; an empty one, or nought, takes the goods out. */
function set(room: SiteRoom, c: Context, cart: Map<string, number>, form: URLSearchParams): Response {
  const wrong = new Map<string, string>()
  for (const [name, typed] of form) {
    const id = name.startsWith(FIELD) ? name.slice(FIELD.length) : ''
    if (!cart.has(id)) continue
    const quantity = quantityIn(typed)
    if (/^[\s0]*$/.test(typed)) cart.delete(id)
    else if (quantity === null) wrong.set(id, typed.slice(0, 10))
    else cart.set(id, quantity)
  }
  if (wrong.size > 0) return shown(room, c, cart, { wrong })
  return kept(room, c, cart, form.get('set') === 'order' ? '/order' : '/cart')
}

/** The cart as it was typed, with what is wrong in it. */
function shown(room: SiteRoom, c: Context, cart: Cart, more: { said?: string; wrong?: ReadonlyMap<string, string> }) {
  const { place, shop } = room.showcase
  return room.showcase.sendOwn(c, cartPage(place, { lines: linesOf(cart, shop), ...more }), 422)
}

function kept(room: SiteRoom, c: Context, cart: Cart, to: string): Response {
  keep(room, c, cart)
  return c.redirect(room.base + to, 303)
}
