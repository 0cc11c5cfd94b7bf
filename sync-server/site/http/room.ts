import type { Context } from 'hono'
import type { Logger } from 'pino'
import { failurePage } from '../pages/shown.ts'
import type { SiteStore } from '../store/store.ts'
import type { Showcase, Standing } from './showcase.ts'

/** What pages of the site share. */
export interface SiteRoom extends Standing {
  readonly store: SiteStore
  readonly showcase: Showcase
  /** Sign carts and forms, and give the pages of orders their addresses. */
  readonly keys: { readonly forms: Uint8Array; readonly orders: Uint8Array }
  /** The network that asks, as one. */
  readonly askerOf: (c: Context) => string
  readonly log: Logger
}

type Said = 'large' | 'shape' | 'often' | 'failed' | 'closed'

/** A page that says in words why there is none. */
export function said(room: SiteRoom, c: Context, what: Said, status: 413 | 415 | 429 | 500 | 503): Response {
  const { showcase } = room
  const words = showcase.shop.words.lost
  return showcase.sendOwn(c, failurePage(showcase.place, words[what], words[`${what}Lead`]), status)
}

/** There is no such page. */
export function lost({ showcase }: SiteRoom, c: Context): Response {
  const { title, lead } = showcase.shop.words.lost
  return showcase.sendOwn(c, failurePage(showcase.place, title, lead), 404)
}
