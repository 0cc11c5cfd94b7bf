import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as Y from 'yjs'
import { openStorage } from '../../../sync-server/storage/sqlite/open.ts'
import { startServer } from '../../support/server.ts'
import { type Program, startProgram } from '../sync/program.ts'
import { pidOf } from './process.ts'
import { inStep, Visitor } from './visitor.ts'

/** A server with all its documents on the disk. */
export interface Restartable {
  readonly name: string
  pid(): number
  /** Over when it says that it listens. */
  start(): Promise<void>
  stop(): Promise<void>
  /** A device gets a document into what of it is there; over when it is in step. */
  get(rest: string, doc: Y.Doc): Promise<void>
  /** What it answers at an address, for who may ask. */
  ask(path: string): Promise<unknown>
  close(): Promise<void>
}

/** Ours, as `npm start` begins it, with a device that is signed in. */
export async function ours(data: string): Promise<Restartable & { readonly visitor: Visitor }> {
  const server = await startServer({ data, whole: true, args: ['--host', '127.0.0.1'] })
  const visitor = await Visitor.signIn(server.url)
  let pid = await pidOf(data)
  return {
    name: 'ours',
    visitor,
    pid: () => pid,
    async start() {
      await server.restart()
      pid = await pidOf(data)
    },
    stop: () => server.stop(),
    get: (rest, doc) => visitor.get(rest, doc),
    ask: (path) => visitor.browser.get(path),
    close: () => server.close(),
  }
}

/** Bare Hocuspocus, with the same documents in its SQLite. */
export async function bareHocuspocus(data: string): Promise<Restartable> {
  const file = join(data, '..', 'hocuspocus.sqlite')
  await copyDocuments(data, file)
  let program: Program = await startProgram('bare-hocuspocus.ts', file)
  return {
    name: 'bare Hocuspocus',
    pid: () => program.pid,
    async start() {
      program = await startProgram('bare-hocuspocus.ts', file)
    },
    stop: () => program.close(),
    get: (name, doc) => inStep({ url: `ws://127.0.0.1:${program.port}`, name, token: 'bench', headers: {} }, doc),
    ask: async () => undefined,
    async close() {
      await program.close()
      await rm(file)
    },
  }
}

async function copyDocuments(data: string, file: string): Promise<void> {
  const storage = await openStorage(data)
  const database = new Database(file)
  database.exec('CREATE TABLE documents (name TEXT PRIMARY KEY, state BLOB NOT NULL)')
  const put = database.prepare('INSERT INTO documents VALUES (?, ?)')
  for (const { document } of await storage.documents()) {
    const { state, updates } = await storage.load(document)
    const rest = document.slice(storage.company.length + 1)
    put.run(rest, state && updates.length === 0 ? state : Y.mergeUpdates(state ? [state, ...updates] : [...updates]))
  }
  database.close()
  await storage.close()
}
