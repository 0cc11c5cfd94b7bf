import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as v from 'valibot'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { joinServer, readServiceKey } from '../../../agents/runtime/join.ts'
import { startPostgres } from '../../support/databases/postgres.ts'
import { startRedis } from '../../support/databases/redis.ts'
import { startServer } from '../../support/server.ts'
import { startProgram } from './program.ts'

/** A line of one client to one document. */
export interface Line {
  /** The server's state is here. */
  readonly synced: Promise<void>
  close(): void
}

/** A server, and how clients come to it. */
export interface Contender {
  readonly name: string
  readonly pid: number
  /** `client` counts from 0; `document` is a name without the company. */
  connect(client: number, document: string, doc: Y.Doc): Line
  close(): Promise<void>
}

const running = v.object({ pid: v.number() })

/** Our sync server, as it is started for a company; each client with a replica of its own. */
export async function ours(clients: number): Promise<Contender & { readonly replicas: readonly string[] }> {
  const server = await startServer({ args: ['--host', '127.0.0.1'] })
  const pid = await pidOf(server.data)
  const how = { address: server.url, secret: await readServiceKey(server.data), as: 'agents' } as const
  const passes = await Promise.all(Array.from({ length: clients }, () => joinServer(how, 'bench')))
  return {
    name: 'ours',
    pid,
    replicas: passes.map(({ replica }) => replica),
    connect(client, document, doc) {
      const { company, replica } = passes[client] ?? { company: '', replica: '' }
      const token = `service:${how.secret}:${how.as}:${replica}`
      return hocuspocusLine(`ws://127.0.0.1:${server.port}/sync`, `${company}/${document}`, doc, token)
    },
    close: () => server.close(),
  }
}

/** Two of our servers over PostgreSQL and Redis, half of the clients at each; `replicas` as of `ours`. */
export async function oursTwice(replicas: readonly string[]): Promise<Contender> {
  const [postgres, redis] = await Promise.all([startPostgres({ syncs: true }), startRedis()])
  const url = await postgres.create()
  const options = { args: ['--host', '127.0.0.1'], env: { DATABASE_URL: url, REDIS_URL: redis.url } }
  const servers = await Promise.all([startServer(options), startServer(options)])
  const values = replicas.map((name) => `('${name}', 'agents', 'bench', 0)`)
  await postgres.tamper(url, `INSERT INTO replicas VALUES ${values.join(', ')}`)
  const secrets = await Promise.all(servers.map(({ data }) => readServiceKey(data)))
  const [first] = servers
  const how = { address: first?.url ?? '', secret: secrets[0] ?? '', as: 'agents' } as const
  const { company } = await joinServer(how, 'bench')
  return {
    name: 'two of ours over PostgreSQL and Redis',
    pid: await pidOf(first?.data ?? ''),
    connect(client, document, doc) {
      const at = client % servers.length
      const token = `service:${secrets[at]}:agents:${replicas[client]}`
      return hocuspocusLine(`ws://127.0.0.1:${servers[at]?.port}/sync`, `${company}/${document}`, doc, token)
    },
    async close() {
      await Promise.all(servers.map((server) => server.close()))
      await Promise.all([postgres.close(), redis.close()])
    },
  }
}

async function pidOf(data: string): Promise<number> {
  return v.parse(running, JSON.parse(await readFile(join(data, 'server.json'), 'utf8'))).pid
}

/** Bare Hocuspocus. `folder` is for its database. */
export async function bareHocuspocus(folder: string): Promise<Contender> {
  const { pid, port, close } = await startProgram('bare-hocuspocus.ts', join(folder, 'hocuspocus.sqlite'))
  const connect: Contender['connect'] = (_client, document, doc) =>
    hocuspocusLine(`ws://127.0.0.1:${port}`, document, doc, 'bench')
  return { name: 'bare Hocuspocus', pid, connect, close }
}

/** y-websocket's own server. */
export async function yWebsocket(): Promise<Contender> {
  const { pid, port, close } = await startProgram('y-websocket-server.ts')
  // Every provider listens for the end of the process.
  process.setMaxListeners(100)
  return {
    name: 'y-websocket',
    pid,
    connect(_client, document, doc) {
      const provider = new WebsocketProvider(`ws://127.0.0.1:${port}`, document.replaceAll('/', '-'), doc, {
        // As the types of ws go, its sockets are not quite a browser's.
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      })
      // Hocuspocus's clients have no awareness either.
      provider.awareness.setLocalState(null)
      const synced = new Promise<void>((resolve) => provider.on('sync', (isSynced) => isSynced && resolve()))
      return { synced, close: () => provider.destroy() }
    },
    close,
  }
}

function hocuspocusLine(url: string, name: string, document: Y.Doc, token: string): Line {
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket })
  const { promise: synced, resolve, reject } = Promise.withResolvers<void>()
  const provider = new HocuspocusProvider({
    ...{ websocketProvider: socket, name, document, token, awareness: null },
    onSynced: () => resolve(),
    onAuthenticationFailed: ({ reason }) => reject(new Error(`${name} was not opened: ${reason}`)),
  })
  provider.attach()
  return {
    synced,
    close() {
      provider.destroy()
      socket.destroy()
    },
  }
}
