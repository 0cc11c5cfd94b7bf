import { execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { postgresFolder } from '../../../scripts/databases.ts'
import { type Child, freePort, startChild } from './child.ts'

const USER = 'voronka'

/** A PostgreSQL server on loopback, over a folder of its own. */
export interface Postgres {
  /** Of the process that runs now: its children are the lines' own. */
  readonly pid: number
  /** Makes an empty database; gives its address. */
  create(): Promise<string>
  /** Runs statements on a database, as no program of ours does. */
  tamper(url: string, sql: string): Promise<void>
  /** What a database answers to a query. */
  ask(url: string, sql: string): Promise<Record<string, unknown>[]>
  /** The bytes of a database on the disk. */
  sizeOf(url: string): Promise<number>
  /** Ends it at once, as a machine that loses its power. */
  kill(): Promise<void>
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>
  /** Ends it and removes its folder. */
  close(): Promise<void>
}

/**
 * Starts a server, in a folder of its own within `on`; unless it is asked to, it syncs nothing to the disk, which no test of
 * ours takes away.
 */
export async function startPostgres({ syncs = false, on = tmpdir() } = {}): Promise<Postgres> {
  const folder = mkdtempSync(join(on, 'voronka-postgres-'))
  const data = join(folder, 'data')
  const port = await freePort()
  const as = userOf(folder)
  const [initdb = '', ...initArgs] = [
    ...as,
    join(postgresFolder(), 'initdb'),
    '-D',
    data,
    '-U',
    USER,
    '-A',
    'trust',
    '-N',
  ]
  execFileSync(initdb, [...initArgs, '-E', 'UTF8', '--locale=C.UTF-8'], { stdio: 'ignore', cwd: '/' })
  const address = (database: string) => `postgres://${USER}@127.0.0.1:${port}/${database}`
  const start = (): Promise<Child> => {
    const settings = [
      `fsync=${syncs ? 'on' : 'off'}`,
      'unix_socket_directories=',
      'listen_addresses=127.0.0.1',
      'max_connections=200',
    ]
    const flags = settings.flatMap((setting) => ['-c', setting])
    const [command = '', ...args] = [
      ...as,
      join(postgresFolder(), 'postgres'),
      '-D',
      data,
      '-p',
      String(port),
      ...flags,
    ]
    return startChild(command, args, () => answers(address('postgres')))
  }
  let child = await start()
  let made = 0
  return {
    get pid() {
      return child.pid
    },
    async create() {
      const name = `company_${++made}`
      await run(address('postgres'), `CREATE DATABASE ${name}`)
      return address(name)
    },
    tamper: async (url, sql) => void (await run(url, sql)),
    ask: run,
    async sizeOf(url) {
      const [row] = await run(url, 'SELECT pg_database_size(current_database()) AS size')
      return Number(row?.size)
    },
    kill: () => child.end('SIGQUIT'),
    async restart() {
      await child.end('SIGINT')
      child = await start()
    },
    async close() {
      await child.end('SIGINT')
      rmSync(folder, { recursive: true })
    },
  }
}

/** PostgreSQL does not run as root: then the user that Debian's package makes runs it, and owns the folder. */
function userOf(folder: string): readonly string[] {
  if (process.getuid?.() !== 0) return []
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  const [user, group] = [idOf('-u'), idOf('-g')]
  chownSync(folder, user, group)
  return ['setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups']
}

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await run(url, 'SELECT 1')
    return true
  } catch {
    // Not yet: it is asked again, and the program's own end is noticed beside it.
    return false
  }
}
