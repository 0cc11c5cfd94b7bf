import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import type { Logger } from 'pino'
import { addressBehind, networkOf } from '../http/guard/network.ts'
import { agentRoutes } from './agent/routes.ts'
import { siteHeaders } from './http/headers.ts'
import { pageRoutes } from './http/pages.ts'
import { readerRoutes } from './http/readers.ts'
import type { SiteRoom } from './http/room.ts'
import { Showcase, type Standing } from './http/showcase.ts'
import { derivedKey, doorKeyIn } from './keys.ts'
import { robots } from './pages/sitemap.ts'
import { SiteStore } from './store/store.ts'

export interface DoorOptions extends Standing {
  /** The door's own folder. */
  readonly folder: string
  /** A proxy of ours stands before it and names who asks. */
  readonly behindProxy: boolean
  readonly log: Logger
}

/** The public door: the company's site, and where links of letters lead (SPEC). */
export class Door {
  readonly store: SiteStore
  /** What the agent shows. */
  readonly key: string
  /** All that stands here: pages at the base, and at the root `/door/`, `/u/`, `/o/`, `/l/`, `/robots.txt`. */
  readonly app: Hono
  #isClosed = false

  constructor({ folder, base, origin, behindProxy, log }: DoorOptions) {
    this.store = new SiteStore(folder)
    this.key = doorKeyIn(folder)
    const keys = { forms: derivedKey(this.key, 'forms'), orders: derivedKey(this.key, 'orders') }
    const showcase = new Showcase(this.store, { base, origin }, keys.forms)
    const published = () => {
      showcase.renew()
      log.info({ made: this.store.made() }, 'site: published')
    }
    const askerOf = (c: Context) => askerBehind(behindProxy, c)
    const room: SiteRoom = { base, origin, store: this.store, showcase, keys, askerOf, log }
    this.app = new Hono()
    this.app.use('*', async (c, next) => (this.#isClosed ? c.body(null, 503, { 'retry-after': '1' }) : await next()))
    for (const path of pathsOf(base)) this.app.use(path, siteHeaders())
    this.app.route('/door', agentRoutes({ store: this.store, key: this.key, published }))
    this.app.route('/', readerRoutes(room, derivedKey(this.key, 'links')))
    this.app.get('/robots.txt', (c) => c.text(robots(showcase.place)))
    this.app.route(base || '/', pageRoutes(room))
  }

  /** Who waits is answered; whoever asks then is told to come again. */
  close(): void {
    this.#isClosed = true
    this.store.close()
  }
}

/** Where browsers come, for whom pages carry their own rules. */
export function pathsOf(base: string): string[] {
  return base === '' ? ['*'] : [`${base}/*`, '/u/*', '/o/*', '/l/*']
}

function askerBehind(isBehindProxy: boolean, c: Context): string {
  return networkOf(addressBehind(isBehindProxy, c.req.header('x-forwarded-for'), getConnInfo(c).remote.address))
}
