import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import type { Role } from '../../../shared/documents/roles.ts'
import { openStorageOf } from '../../databases.ts'
import { readServiceKey } from '../service-key.ts'
import { createSync, type SyncOptions } from '../sync.ts'
import { Device } from './device.ts'

/** Users of the tests; a request is one's whose id stands in its cookie. */
const USERS: Readonly<Record<string, Role>> = {
  olga: 'owner',
  adam: 'admin',
  mira: 'manager',
  max: 'manager',
  vera: 'viewer',
}

export interface TestOptions extends Partial<SyncOptions> {
  /** An existing data folder, which then is not removed. */
  readonly folder?: string
  /** Where it listens; any free port where none is named. */
  readonly port?: number
  /** A database that keeps the company in place of the folder, as several servers have it. */
  readonly databaseUrl?: string
}

/** A real sync server on loopback, over a data folder of its own. */
export async function startSync({ folder: given, databaseUrl, port: asked = 0, ...change }: TestOptions = {}) {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'voronka-sync-')))
  const storage = await openStorageOf(folder, { databaseUrl: databaseUrl ?? null })
  const registry = new Registry()
  const logged: { level: number; msg: string; code?: string }[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(JSON.parse(line)) })
  const identify = async (headers: Headers) => {
    const user = headers.get('cookie') ?? ''
    return Object.hasOwn(USERS, user) ? { user, role: USERS[user] ?? 'viewer' } : null
  }
  const sync = await createSync({
    storage,
    identify,
    serviceKey: readServiceKey(folder),
    registry,
    log,
    shelfDelay: 20,
    ...change,
  })
  const server = createServer((_request, response) => response.writeHead(404).end())
  sync.attach(server)
  server.listen(asked, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const devices: Device[] = []

  return {
    folder,
    storage,
    sync,
    registry,
    logged,
    url: `ws://127.0.0.1:${port}/sync`,
    company: storage.company,
    /** A device of the user, with a replica of its own unless one is given. */
    async device(user: string, replica?: string): Promise<Device> {
      const name = replica ?? (await storage.addReplica(user, 'test', Date.now()))
      const device = new Device({ port, company: storage.company, replica: name, user })
      devices.push(device)
      return device
    },
    async stop(): Promise<void> {
      for (const device of devices) device.close()
      server.close()
      await sync.stop()
      await storage.close()
      if (given === undefined) await rm(folder, { recursive: true })
    },
  }
}

export type TestSync = Awaited<ReturnType<typeof startSync>>
