import type * as Y from 'yjs'
import type { GivenReplica } from '../../../shared/accounts/api.ts'
import { Browser } from '../../../sync-server/http/testing/browser.ts'
import { openPostgres } from '../../../sync-server/storage/postgres/open.ts'
import { Device } from '../../../sync-server/sync/testing/device.ts'
import { type Postgres, startPostgres } from '../../support/databases/postgres.ts'
import { type Redis, startRedis } from '../../support/databases/redis.ts'
import { type Relay, startRelay } from '../../support/relay/relay.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { setUpKind } from './company.ts'
import { storedIn } from './stored.ts'
import { Writer } from './writer.ts'

const OWNER = { name: 'Olga', email: 'olga@several.test', password: 'seven green buckets' }
const SETUP = { company: 'Several', zone: 'Europe/Moscow', currency: 'RUB', language: 'ru', demo: false, owner: OWNER }

/** A device of somebody who has signed in, behind a line of its own that leads to one server or another. */
export interface SignedDevice {
  readonly device: Device
  readonly line: Relay
}

/** Two server processes of one company, over PostgreSQL and Redis, and devices at each. */
export class Several {
  readonly postgres: Postgres
  readonly redis: Redis
  readonly url: string
  readonly servers: readonly [TestServer, TestServer]
  /** The owner's browser: signed in at one server, it is at all. */
  readonly owner: Browser
  readonly #devices: SignedDevice[] = []

  private constructor(
    postgres: Postgres,
    redis: Redis,
    url: string,
    servers: readonly [TestServer, TestServer],
    owner: Browser,
  ) {
    this.postgres = postgres
    this.redis = redis
    this.url = url
    this.servers = servers
    this.owner = owner
  }

  /** The database stands in a folder within `on`; without it, in a temporary one. */
  static async start(on?: string): Promise<Several> {
    const [postgres, redis] = await Promise.all([startPostgres(on === undefined ? {} : { on }), startRedis()])
    const url = await postgres.create()
    const options = { args: ['--host', '127.0.0.1'], env: { DATABASE_URL: url, REDIS_URL: redis.url } }
    const servers = await Promise.all([startServer(options), startServer(options)] as const)
    const owner = new Browser(servers[0].url)
    const { status, body } = await owner.post('/api/setup', SETUP)
    if (status >= 300) throw new Error(JSON.stringify(body))
    await setUpKind(servers[0])
    return new Several(postgres, redis, url, servers, owner)
  }

  /** A device of the owner, signed in at the other server than the one that it is led to. */
  async device(to: TestServer): Promise<SignedDevice> {
    const browser = new Browser(this.servers.find((one) => one !== to)?.url ?? to.url)
    await browser.post('/api/auth/sign-in/email', { email: OWNER.email, password: OWNER.password })
    const { status, body } = await browser.post('/api/replica', { label: 'faults' })
    if (status >= 300) throw new Error(JSON.stringify(body))
    const { replica, company } = body as unknown as GivenReplica
    const line = await startRelay({ target: to.port })
    const device = new Device({ port: line.port, company, replica, user: browser.cookie })
    this.#devices.push({ device, line })
    return { device, line }
  }

  /** So many writers at each server. */
  async writers(each: number, random: () => number): Promise<(SignedDevice & { readonly writer: Writer })[]> {
    const writers = []
    for (const server of this.servers) {
      for (let i = 0; i < each; i++) {
        const signed = await this.device(server)
        await signed.device.synced('setup')
        writers.push({ ...signed, writer: new Writer(signed.device, random) })
      }
    }
    return writers
  }

  /** A document as it is stored. */
  async stored(rest: string): Promise<Y.Doc> {
    return storedIn(await openPostgres(this.url), rest)
  }

  async close(): Promise<void> {
    for (const { device, line } of this.#devices) {
      device.close()
      await line.close()
    }
    await Promise.all(this.servers.map((server) => server.close()))
    await Promise.all([this.postgres.close(), this.redis.close()])
  }
}
