import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Failure } from '../../../shared/errors.ts'
import { hasServiceKey } from '../guard/caller.ts'
import { networkOf } from '../guard/network.ts'
import type { App, Ask, Room } from '../ports.ts'

/** What an operator and his machines ask. Metrics are for this machine, or for who shows the service key. */
export function operatorRoutes(app: App, room: Room): void {
  app.get('/healthz', (c) => {
    const health = room.health()
    return c.json(health, health.ok ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    if (!isThisMachine(c) && !hasServiceKey(room, c)) throw new Failure('sign-in-needed')
    return c.text(await room.registry.metrics(), 200, { 'content-type': room.registry.contentType })
  })
}

/** Asked from this machine, and not for somebody else by a proxy that runs on it. */
function isThisMachine(c: Ask): boolean {
  if (c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined) return false
  const address = getConnInfo(c).remote.address ?? ''
  return isIP(address) !== 0 && (networkOf(address).startsWith('127.') || address === '::1')
}
