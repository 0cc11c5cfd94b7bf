import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { Counter } from 'prom-client'
import type { Env, Room } from './ports.ts'

/**
 * Counts and logs requests. By the route's pattern, not the path: a path may hold a link's token, and a count per path
 * would grow without end.
 */
export function watchRequests({ registry, log }: Room): MiddlewareHandler<Env> {
  const name = 'voronka_http_requests_total'
  const help = 'Requests by method, route and status.'
  const count = new Counter({ name, help, labelNames: ['method', 'route', 'status'], registers: [registry] })
  return async (c, next) => {
    const began = performance.now()
    await next()
    const seen = { method: c.req.method, route: routePath(c), status: String(c.res.status) }
    count.inc(seen)
    log.debug({ ...seen, ms: Math.round(performance.now() - began) }, 'http')
  }
}
