import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { REDIS } from '../../../scripts/databases.ts'
import { listens } from '../listens.ts'
import { type Child, freePort, startChild } from './child.ts'

/** A Redis server on loopback that keeps nothing. */
export interface Redis {
  readonly url: string
  /** Of the process that runs now. */
  readonly pid: number
  stop(): Promise<void>
  /** Starts it again on the same port. */
  start(): Promise<void>
  /** Ends it and removes its folder. */
  close(): Promise<void>
}

export async function startRedis(): Promise<Redis> {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-redis-'))
  const port = await freePort()
  const flags = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'no']
  const start = (): Promise<Child> => startChild(REDIS, flags, () => listens(port))
  let child = await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    get pid() {
      return child.pid
    },
    stop: () => child.end('SIGTERM'),
    async start() {
      child = await start()
    },
    async close() {
      await child.end('SIGTERM')
      rmSync(folder, { recursive: true })
    },
  }
}
