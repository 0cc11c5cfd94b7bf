import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import { Door } from './door.ts'
import type { SiteOptions } from './options.ts'

/** A door that runs by itself. */
export interface Apart {
  readonly port: number
  readonly door: Door
  /** Answers what came, and closes all. */
  stop(): Promise<void>
}

/** Serves the site by itself, on a public machine: pages stand at the root (SPEC ST18). */
export async function serveApart({ data, port, host, address, behindProxy }: SiteOptions, log: Logger): Promise<Apart> {
  const door = new Door({ folder: data, base: '', origin: address, behindProxy, log })
  const server = createServer(getRequestListener(door.app.fetch))
  server.listen(port, host)
  await once(server, 'listening')
  const stop = async () => {
    const closed = once(server, 'close')
    server.close()
    door.store.queue.end()
    server.closeIdleConnections()
    await closed
    door.close()
  }
  return { port: (server.address() as AddressInfo).port, door, stop }
}
