import { Failure } from '../../../shared/errors.ts'
import { hasServiceKey } from '../guard/caller.ts'
import { isThisMachine } from '../guard/this-machine.ts'
import type { App, Room } from '../ports.ts'

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
