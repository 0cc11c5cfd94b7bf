import { createHmac } from 'node:crypto'
import { isSameKey } from '../../sync/service-key.ts'

/** What is in a cart: how much of which goods, thousandths by id, in the order in which they were put in. */
export type Cart = ReadonlyMap<string, number>

/** So many different goods fit into a cart, and so much of one, thousandths. */
export const MOST_LINES = 60
export const MOST_OF_ONE = 9_999_000

/** Writes a cart as a cookie’s value, signed, so that what comes back is what was given out. */
export function writeCart(cart: Cart, key: Uint8Array): string {
  const text = [...cart].map(([id, quantity]) => `${id}*${quantity}`).join('~')
  return `${text}.${signed(text, key)}`
}

/** Reads it; what is not ours is an empty cart. */
export function readCart(value: string | undefined, key: Uint8Array): Cart {
  const at = value?.lastIndexOf('.') ?? -1
  const text = value?.slice(0, Math.max(0, at)) ?? ''
  if (at < 0 || text === '' || !isSameKey(value?.slice(at + 1) ?? '', signed(text, key))) return new Map()
  return new Map(text.split('~').map((one) => [one.split('*')[0] ?? '', Number(one.split('*')[1])]))
}

/** How much somebody typed, thousandths, `2,5`; null: it is no number above zero, or too much. */
export function quantityIn(text: string): number | null {
  const typed = text.trim().replaceAll(/[\s ]/g, '').replace(',', '.')
  if (!/^\d{1,5}(\.\d{1,3})?$/.test(typed)) return null
  const quantity = Math.round(Number(typed) * 1000)
  return quantity > 0 && quantity <= MOST_OF_ONE ? quantity : null
}

function signed(text: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`cart ${text}`).digest('base64url').slice(0, 22)
}
