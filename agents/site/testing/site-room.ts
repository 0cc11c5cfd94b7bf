import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { documentOf } from '../../../shared/documents/documents.ts'
import { products } from '../../../shared/goods/collections.ts'
import { type Order, orders } from '../../../shared/orders/collections.ts'
import type { Draft } from '../../../shared/records/declarations/collection.ts'
import type { SiteOrder } from '../../../shared/site/catalogue.ts'
import { SITE, sites } from '../../../shared/site/collections.ts'
import { SERVICE_KEY, startServer } from '../../../sync-server/http/testing/server.ts'
import { setUp } from '../../../sync-server/sync/testing/samples.ts'
import type { Agent } from '../../runtime/agent.ts'
import { Cache } from '../../runtime/cache/cache.ts'
import { joinServer } from '../../runtime/connection/join.ts'
import { runAgents } from '../../runtime/connection/session.ts'
import { Replica } from '../../runtime/replica.ts'
import { siteAt } from '../agent.ts'

const FAST = { quiet: 50, most: 500, look: 1_000, again: 500 }

/** A company with a site on a real server with its door, a device of it, and agents of the site that begin and end. */
export async function openSiteRoom(change: Parameters<typeof startServer>[0] = {}) {
  const faults: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => faults.push(line) })
  const server = await startServer(change)
  await setUp(server.author)
  await server.author.write((tx) => {
    tx.create(products, 'table', { name: 'Стол', type: 'goods', price: 10_000, unit: 'шт' })
    tx.create(sites, SITE, { isOn: true, name: 'Ассоль', phone: '+7 812 000-00-00', source: 'Сайт' })
  })
  const folder = await mkdtemp(join(tmpdir(), 'voronka-site-'))
  const device = new Replica(await joinServer({ address: server.url, secret: SERVICE_KEY, as: 'cli' }, 'test'), log)
  await device.open('setup', 'goods', 'customers/common', 'automation')
  const ends: (() => Promise<void>)[] = []
  const full = (family: string, id: string) => documentOf(server.company, family, id)
  return {
    server,
    device,
    full,
    faults,
    /** Begins agents in a folder of their own; gives their end. */
    begin(name = 'one', agents: readonly Agent[] = [siteAt(FAST)]) {
      const [cache, stopping] = [new Cache(join(folder, name), log), new AbortController()]
      const address = { address: server.url, secret: SERVICE_KEY }
      const over = runAgents({ server: address, agents, cache, log, signal: stopping.signal })
      const end = async () => {
        if (stopping.signal.aborted) return
        stopping.abort()
        await over
        cache.close()
      }
      ends.push(end)
      return end
    },
    setSite: (values: Draft<typeof sites>) => server.author.write((tx) => tx.set(sites, SITE, values)),
    /** What a visitor sent, as the door keeps it. */
    visit(more: Partial<SiteOrder> = {}): SiteOrder {
      const id = more.id ?? `visit-${Math.random().toString(36).slice(2)}`
      const order = {
        ...{ id, at: Date.now(), name: 'Анна', phone: '+7 916 123-45-67', email: 'anna@example.com', address: '' },
        ...{ note: '', company: '', inn: '', agreed: Date.now(), wantsNews: false, token: `token-${id}` },
        lines: [{ product: 'table', name: 'Стол', quantity: 1_000, price: 10_000 }],
        ...more,
      }
      server.door.store.queue.order(order)
      return order
    },
    /** What waits at the door. */
    waiting: () => server.door.store.queue.page(0, 0, new AbortController().signal),
    /** The orders that came from the site. */
    async orders(at = Date.now()): Promise<Order[]> {
      await device.openNamed([full('orders', idAt(at)), full('runs', idAt(at)), full('events', idAt(at))])
      return [...device.rows(orders)].filter(({ visitor }) => visitor !== null)
    },
    async close() {
      for (const end of ends.splice(0)) await end()
      device.stop()
      await server.close()
      await rm(folder, { recursive: true })
    },
  }
}

export type SiteRoom = Awaited<ReturnType<typeof openSiteRoom>>

/** Some id of that time. */
function idAt(time: number): string {
  const hex = Math.floor(time).toString(16).padStart(12, '0')
  return `common-${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
