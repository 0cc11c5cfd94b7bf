import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { Counter } from 'prom-client'
import { within } from '../log/log.ts'
import type { Env, Room } from './ports.ts'

/**
 * Counts and logs requests. By the route's pattern, not the path: a path may hold a link's token, and a count per path
 * would grow without end.
 */
export function watchRequests({ registry, log, access }: Room): MiddlewareHandler<Env> {
  const name = 'voronka_http_requests_total'
  const help = 'Requests by method, route and status.'
  const count = new Counter({ name, help, labelNames: ['method', 'route', 'status'], registers: [registry] })
  return (c, next) => {
    const request = idOf(access.behindProxy ? c.req.header(ID) : undefined)
    c.header(ID, request)
    return within(request, async () => {
      const began = performance.now()
      await next()
      const seen = { method: c.req.method, route: routePath(c), status: String(c.res.status) }
      count.inc(seen)
      log.debug({ ...seen, ms: Math.round(performance.now() - began) }, 'http')
    })
  }
}

const ID = 'x-request-id'

/** The id that our own proxy has given the request, or a new one: what the log says of a request bears it (log/SPEC G4). */
function idOf(given: string | undefined): string {
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}
