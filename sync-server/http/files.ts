import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import type { App, Ask, Room } from './ports.ts'

/** Where the build puts files that carry a hash of their content in their name. */
const HASHED = /^\/assets\//
/** Asked anew at each use: everything else, so that a new version reaches a device with its next start. */
const NEVER_STALE = 'no-cache'
const FOR_EVER = 'public, max-age=31536000, immutable'

/**
 * The built PWA, packed where the build has packed it. Any other path that a page may be at gives the program itself,
 * which shows the page.
 */
export function fileRoutes(app: App, { client, log }: Room): void {
  if (!existsSync(join(client, 'index.html'))) {
    log.warn({ client }, 'http: the client is not built, only the interface is served')
    return
  }
  const onFound = (_path: string, c: Ask) => c.header('cache-control', HASHED.test(c.req.path) ? FOR_EVER : NEVER_STALE)
  app.use('*', compress())
  app.get('*', etag(), serveStatic({ root: client, precompressed: true, onFound }))
  const program = serveStatic({ root: client, path: 'index.html', precompressed: true, onFound })
  app.get('*', (c, next) => (isPage(c.req.path) ? program(c, next) : next()))
}

/** Files have an ending in their name; pages have none. */
function isPage(path: string): boolean {
  return !HASHED.test(path) && !/\.[A-Za-z0-9]+$/.test(path)
}
