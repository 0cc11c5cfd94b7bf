import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../../scripts/root.ts'
import { openStorage } from '../../../sync-server/storage/sqlite/open.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Made, store } from './data-folder.ts'
import { BrowserDevice } from './device.ts'

/** A server of the client as it is built now; a copy of that, so that a build meanwhile changes nothing. */
export async function serve(folder: string): Promise<TestServer> {
  const client = join(folder, 'client')
  await cp(join(ROOT, 'dist/client'), client, { recursive: true })
  return startServer({ args: ['--host', '127.0.0.1', '--client', client] })
}

/** Puts the orders into the storage of a server that is stopped for it, and gives their bytes. */
export async function furnish(server: TestServer, made: Made, perQuarter: number, late = 1): Promise<number> {
  await server.stop()
  const storage = await openStorage(server.data)
  await store(storage, made, perQuarter, late)
  await storage.close()
  await server.restart()
  return [...made.states.values()].reduce((sum, state) => sum + state.length, 0)
}

/** Starts a browser with what is stored in the profile, and closes it after use; with a port it listens there for DevTools. */
export async function onDevice<T>(
  profile: string,
  { url }: TestServer,
  use: (device: BrowserDevice) => Promise<T>,
  port?: number,
): Promise<T> {
  const device = await BrowserDevice.start(profile, url, port)
  try {
    return await use(device)
  } finally {
    await device.close()
  }
}

/** Gives a temporary folder, and removes it after use. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-bench-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
