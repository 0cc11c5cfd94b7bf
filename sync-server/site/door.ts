import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { agentRoutes } from './agent/routes.ts'
import { derivedKey, doorKeyIn } from './keys.ts'
import { SiteStore } from './store/store.ts'

export interface DoorOptions {
  /** The door's own folder. */
  readonly folder: string
  readonly log: Logger
}

/** The public door: the company's site, and where links of letters lead (SPEC). */
export class Door {
  readonly store: SiteStore
  /** What the agent shows. */
  readonly key: string
  /** What tokens of links in letters are signed with. */
  readonly links: Uint8Array
  /** What the agent asks, `/door/…`. */
  readonly agent: Hono

  constructor({ folder, log }: DoorOptions) {
    this.store = new SiteStore(folder)
    this.key = doorKeyIn(folder)
    this.links = derivedKey(this.key, 'links')
    const published = () => log.info({ made: this.store.made() }, 'site: published')
    this.agent = agentRoutes({ store: this.store, key: this.key, published })
  }

  close(): void {
    this.store.close()
  }
}
