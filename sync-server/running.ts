import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

/** Where a running server says, in its data folder, how other processes of this machine reach it. */
const FILE = 'server.json'
const running = v.object({ address: v.pipe(v.string(), v.url()), pid: v.number() })
const EVERYWHERE = new Set(['0.0.0.0', '::', ''])

/** Where a server listens. */
export interface Listening {
  readonly scheme: 'http' | 'https'
  readonly host: string
  readonly port: number
}

/** Says that the server of this data folder is reached here; `withdraw` when it stops. */
export function announce(folder: string, { scheme, host, port }: Listening) {
  const name = EVERYWHERE.has(host) ? '127.0.0.1' : host
  const address = `${scheme}://${name.includes(':') ? `[${name}]` : name}:${port}`
  writeFileSync(join(folder, FILE), JSON.stringify({ address, pid: process.pid }))
  return { withdraw: () => rmSync(join(folder, FILE), { force: true }) }
}

/**
 * The address of the server that runs on a data folder; null when none said so. One that was killed leaves its word
 * behind: whether it still runs is told by the folder's lock.
 */
export function announcedAddress(folder: string): string | null {
  try {
    const { success, output } = v.safeParse(running, JSON.parse(readFileSync(join(folder, FILE), 'utf8')))
    return success ? output.address : null
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isAbsent || error instanceof SyntaxError) return null
    throw error
  }
}
