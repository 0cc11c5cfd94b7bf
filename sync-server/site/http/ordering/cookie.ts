import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { type Cart, writeCart } from '../../cart/cart.ts'
import type { SiteRoom } from '../room.ts'
import { CART_COOKIE } from '../showcase.ts'

/** A cart is kept so long, s. */
const KEPT = 30 * 24 * 3600

/** Nothing but this cookie is ever read or written here. */
export function keep({ keys, base, origin }: SiteRoom, c: Context, cart: Cart): void {
  const secure = origin.startsWith('https:')
  const options = { path: base || '/', httpOnly: true, sameSite: 'Lax', secure } as const
  const value = cart.size === 0 ? '' : writeCart(cart, keys.forms)
  setCookie(c, CART_COOKIE, value, { ...options, maxAge: cart.size === 0 ? 0 : KEPT })
}
