import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { joinServer, readServiceKey } from '../../../agents/runtime/connection/join.ts'
import { type Postgres, startPostgres } from '../../support/databases/postgres.ts'
import { type Redis, startRedis } from '../../support/databases/redis.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { type Contender, hocuspocusLine } from './contenders.ts'
import { sizeOfFiles } from './usage.ts'

const running = v.object({ pid: v.number() })
const OWN = ['--host', '127.0.0.1']

/** Our sync server over SQLite. */
export interface Ours extends Contender {
  /** Of the clients, each of which has one of its own. */
  readonly replicas: readonly string[]
  /** Its data folder. */
  readonly data: string
  /** Lets it end by itself, so that all stands in its files. */
  stop(): Promise<void>
}

/** Our sync server, as it is started for a company; over a data folder that stays, where one is given. */
export async function ours(clients: number, data?: string): Promise<Ours> {
  const server = await startServer({ args: OWN, ...(data !== undefined && { data }) })
  const passes = await Promise.all(Array.from({ length: clients }, () => passOf(server)))
  const replicas = passes.map(({ replica }) => replica)
  const database = join(server.data, 'voronka.sqlite')
  return {
    ...{ name: 'ours', isOurs: true, servers: [await pidOf(server)], databases: [], replicas, data: server.data },
    connect: await lines([server], replicas),
    stored: () => sizeOfFiles(database, `${database}-wal`),
    stop: () => server.stop(),
    close: () => server.close(),
  }
}

/** PostgreSQL, on the disk before it answers, and Redis: for servers of ours that share them with nobody. */
export interface Databases {
  /** So many servers over a database of their own, over Redis where they are several; `replicas` as of `ours`. */
  servers(name: string, count: number, replicas: readonly string[]): Promise<Contender>
  close(): Promise<void>
}

export async function startDatabases(): Promise<Databases> {
  const [postgres, redis] = await Promise.all([startPostgres({ syncs: true }), startRedis()])
  return {
    servers: (name, count, replicas) => oursOver({ postgres, redis }, name, count, replicas),
    close: async () => void (await Promise.all([postgres.close(), redis.close()])),
  }
}

async function oursOver(
  { postgres, redis }: { readonly postgres: Postgres; readonly redis: Redis },
  name: string,
  count: number,
  replicas: readonly string[],
): Promise<Contender> {
  const url = await postgres.create()
  const env = { DATABASE_URL: url, ...(count > 1 && { REDIS_URL: redis.url }) }
  const servers = await Promise.all(Array.from({ length: count }, () => startServer({ args: OWN, env })))
  const values = replicas.map((replica) => `('${replica}', 'agents', 'bench', 0)`)
  await postgres.tamper(url, `INSERT INTO replicas VALUES ${values.join(', ')}`)
  return {
    ...{ name, isOurs: true, servers: await Promise.all(servers.map(pidOf)) },
    databases: count > 1 ? [postgres.pid, redis.pid] : [postgres.pid],
    connect: await lines(servers, replicas),
    stored: () => postgres.sizeOf(url),
    close: async () => void (await Promise.all(servers.map((server) => server.close()))),
  }
}

/** Clients come to the servers in turns, each as its replica. */
async function lines(servers: readonly TestServer[], replicas: readonly string[]): Promise<Contender['connect']> {
  const ways = await Promise.all(servers.map(async (server) => ({ port: server.port, ...(await passOf(server)) })))
  return (client, document, doc) => {
    const { port = 0, secret = '', as = '', company = '' } = ways[client % ways.length] ?? {}
    const token = `service:${secret}:${as}:${replicas[client]}`
    return hocuspocusLine(`ws://127.0.0.1:${port}/sync`, `${company}/${document}`, doc, token)
  }
}

async function passOf({ data, url }: TestServer) {
  return joinServer({ address: url, secret: await readServiceKey(data), as: 'agents' }, 'bench')
}

async function pidOf({ data }: TestServer): Promise<number> {
  return v.parse(running, JSON.parse(await readFile(join(data, 'server.json'), 'utf8'))).pid
}
