import { join } from 'node:path'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { startProgram } from './program.ts'
import { sizeOfFiles } from './usage.ts'

/** A line of one client to one document. */
export interface Line {
  /** The server's state is here. */
  readonly synced: Promise<void>
  close(): void
}

/** A server, and how clients come to it. */
export interface Contender {
  readonly name: string
  /** Of ours, or of somebody else's that ours are compared with. */
  readonly isOurs: boolean
  /** The processes of its servers. */
  readonly servers: readonly number[]
  /** Those of the databases that are servers of their own; their children belong to them. */
  readonly databases: readonly number[]
  /** `client` counts from 0; `document` is a name without the company. */
  connect(client: number, document: string, doc: Y.Doc): Line
  /** What it has stored, bytes; 0 where it stores nothing. */
  stored(): Promise<number>
  close(): Promise<void>
}

/** Bare Hocuspocus. `folder` is for its database. */
export async function bareHocuspocus(folder: string): Promise<Contender> {
  const database = join(folder, 'hocuspocus.sqlite')
  const { pid, port, close } = await startProgram('bare-hocuspocus.ts', database)
  return {
    ...{ name: 'bare Hocuspocus', isOurs: false, servers: [pid], databases: [], close },
    connect: (_client, document, doc) => hocuspocusLine(`ws://127.0.0.1:${port}`, document, doc, 'bench'),
    stored: () => sizeOfFiles(database, `${database}-wal`),
  }
}

/** y-websocket's own server. */
export async function yWebsocket(): Promise<Contender> {
  const { pid, port, close } = await startProgram('y-websocket-server.ts')
  // Every provider listens for the end of the process.
  process.setMaxListeners(0)
  return {
    ...{ name: 'y-websocket', isOurs: false, servers: [pid], databases: [] },
    stored: async () => 0,
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

/** A line by the provider of Hocuspocus, on a socket of its own. */
export function hocuspocusLine(url: string, name: string, document: Y.Doc, token: string): Line {
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
