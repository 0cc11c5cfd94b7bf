import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LARGEST_FILE_MB } from '../shared/files/limits.ts'
import { type Databases, databasesIn } from './databases.ts'
import type { Keep } from './keeping/nightly/retention.ts'

/** What the server is started with. */
export interface Options extends Databases {
  /** 0: any free port; the log says which. */
  readonly port: number
  readonly host: string
  /** The data folder. */
  readonly data: string
  /** Makes the demo company when there is none yet. */
  readonly demo: boolean
  /** The greatest update that is taken, MiB. */
  readonly limitMb: number
  /** The greatest file that is taken, MiB. */
  readonly fileLimitMb: number
  /** The folder of the built client. */
  readonly client: string
  /** The address under which people reach the server, `https://crm.example`. */
  readonly address: string | null
  /** Further origins whose pages may use the server. */
  readonly origins: readonly string[]
  /** A proxy of ours stands in front and names the client. */
  readonly behindProxy: boolean
  readonly logLevel: string
  /** The log has what helps to find a fault and may be about people. */
  readonly logPersonal: boolean
  /** Serves over HTTPS, by a certificate of an authority of the data folder's own. */
  readonly https: boolean
  /** With it: where, over plain HTTP, the page stands by which devices come to trust the authority. */
  readonly httpPort: number
  /** After how many journal rows of a document its snapshot is made anew. */
  readonly compactAfter: number
  /** The folder that backups go to. */
  readonly backups: string
  /** When, by the company's clock, a backup is made each night, `HH:MM`; null: never by itself. */
  readonly backupAt: string | null
  /** How many backups stay. */
  readonly keep: Keep
}

/** Where backups stand when nothing else is said, in the data folder. */
export const BACKUPS = 'backups'

export const FLAGS = {
  port: { type: 'string', default: '8080' },
  host: { type: 'string', default: '0.0.0.0' },
  data: { type: 'string', default: 'data' },
  demo: { type: 'boolean', default: false },
  'limit-mb': { type: 'string', default: '64' },
  'file-limit-mb': { type: 'string', default: String(LARGEST_FILE_MB) },
  client: { type: 'string', default: join(import.meta.dirname, '../dist/client') },
  address: { type: 'string' },
  origin: { type: 'string', multiple: true },
  'behind-proxy': { type: 'boolean', default: false },
  'log-level': { type: 'string', default: 'info' },
  'log-personal': { type: 'boolean', default: false },
  https: { type: 'boolean', default: false },
  'http-port': { type: 'string', default: '8081' },
  'compact-after': { type: 'string', default: '500' },
  backups: { type: 'string' },
  'backup-at': { type: 'string', default: '03:00' },
  'backup-keep': { type: 'string', default: '7,4,12' },
} as const

/** Reads the command line, and from the environment which databases there are. Throws TypeError or RangeError, in words, for what it does not know. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Options {
  const { values } = parseArgs({ args: [...args], options: FLAGS, allowNegative: false })
  return {
    port: numberIn(values.port, 'port', 0, 65_535),
    host: values.host,
    data: values.data,
    demo: values.demo,
    limitMb: numberIn(values['limit-mb'], 'limit-mb', 1, 1024),
    fileLimitMb: numberIn(values['file-limit-mb'], 'file-limit-mb', 1, 100_000),
    client: values.client,
    address: values.address ?? null,
    origins: values.origin ?? [],
    behindProxy: values['behind-proxy'],
    logLevel: levelOf(values['log-level']),
    logPersonal: values['log-personal'],
    https: values.https,
    httpPort: numberIn(values['http-port'], 'http-port', 0, 65_535),
    compactAfter: numberIn(values['compact-after'], 'compact-after', 1, 1_000_000),
    backups: values.backups ?? join(values.data, BACKUPS),
    backupAt: timeOf(values['backup-at']),
    keep: keepOf(values['backup-keep']),
    ...databasesIn(env),
  }
}

const LEVELS: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

function levelOf(text: string): string {
  if (LEVELS.includes(text)) return text
  throw new RangeError(`--log-level must be one of ${LEVELS.join(', ')}`)
}

/** `HH:MM`, or `off`. */
function timeOf(text: string): string | null {
  if (text === 'off') return null
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text
  throw new RangeError('--backup-at must be a time, as 03:00, or off')
}

/** `7,4,12`: days, weeks, months. */
function keepOf(text: string): Keep {
  const counts = text.split(',')
  if (counts.length !== 3) throw new RangeError('--backup-keep must be three numbers, as 7,4,12: days, weeks, months')
  const [daily = 0, weekly = 0, monthly = 0] = counts.map((count) => numberIn(count, 'backup-keep', 0, 1000))
  return { daily: Math.max(1, daily), weekly, monthly }
}

function numberIn(text: string, flag: string, least: number, most: number): number {
  const number = Number(text)
  if (text.trim() !== '' && Number.isInteger(number) && number >= least && number <= most) return number
  throw new RangeError(`--${flag} must be a whole number from ${least} to ${most}`)
}
