/**
 * `node bare-hocuspocus.ts <database file>`: Hocuspocus as its handbook sets it up, with Hono and crossws in front of it as
 * ours has them. A document's state is stored when it was quiet for 2 s, at the latest after 10 s: its own defaults.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { Hocuspocus, type WebSocketLike } from '@hocuspocus/server'
import Database from 'better-sqlite3'
import crossws from 'crossws/adapters/node'
import * as Y from 'yjs'

const database = new Database(process.argv[2] ?? ':memory:')
database.pragma('journal_mode = WAL')
database.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, state BLOB NOT NULL)')
const put = database.prepare(
  'INSERT INTO documents VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET state = excluded.state',
)
const get = database.prepare<[string], Buffer>('SELECT state FROM documents WHERE name = ?').pluck()

const hocuspocus = new Hocuspocus({
  quiet: true,
  onLoadDocument: async ({ document, documentName }) => {
    const state = get.get(documentName)
    if (state) Y.applyUpdate(document, state)
  },
  onStoreDocument: async ({ document, documentName }) => {
    put.run(documentName, Y.encodeStateAsUpdate(document))
  },
})

const clients = new Map<string, ReturnType<typeof hocuspocus.handleConnection>>()
const sockets = crossws({
  hooks: {
    open: ({ id, websocket, request }) =>
      void clients.set(id, hocuspocus.handleConnection(websocket as WebSocketLike, request)),
    message: ({ id }, message) => clients.get(id)?.handleMessage(message.uint8Array()),
    close: ({ id }, { code = 1005, reason = '' }) => clients.get(id)?.handleClose({ code, reason }),
  },
})
const server = createServer()
server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
  void sockets.handleUpgrade(request, socket, head)
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
console.log(JSON.stringify({ msg: 'listening', port: (server.address() as AddressInfo).port }))
