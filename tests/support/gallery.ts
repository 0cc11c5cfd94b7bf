import { join } from 'node:path'
import { createServer } from 'vite'
import { ROOT } from '../../scripts/root.ts'

/** The gallery of the design system, which is not built into the program: served from its sources. */
export interface ServedGallery {
  readonly url: string
  [Symbol.asyncDispose](): Promise<void>
}

/** Serves the gallery on a free port of this machine alone. */
export async function serveGallery(): Promise<ServedGallery> {
  const server = await createServer({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false },
  })
  await server.listen()
  const address = server.httpServer?.address()
  if (!address || typeof address === 'string') throw new Error('The gallery is not served')
  return {
    url: `http://127.0.0.1:${address.port}/ui/gallery/`,
    [Symbol.asyncDispose]: () => server.close(),
  }
}
