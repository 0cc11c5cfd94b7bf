import { startServer } from '../../support/server.ts'
import { beginAdding } from './adding.ts'

/** A server over a disk that a test makes full, or lets fail, with a device that adds customers; the disk goes with it. */
export async function beginOn<D extends { readonly path: string; unmount(): void }>(disk: D) {
  const server = await startServer({ data: disk.path, args: ['--host', '127.0.0.1'] })
  const device = await beginAdding(server)
  const health = async () => (await fetch(`${server.url}/healthz`)).status
  return {
    disk,
    server,
    device,
    /** What `/healthz` answers. */
    health,
    async [Symbol.asyncDispose]() {
      device.close()
      await server.close()
      disk.unmount()
    },
  }
}
