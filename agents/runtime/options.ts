import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure } from '../../shared/errors.ts'

/** Where something is listened to. */
export interface ListenAt {
  readonly host: string
  readonly port: number
}

/** What agents are started with. */
export interface Options {
  /** Which of them, by name; all where none is named. */
  readonly names: readonly string[]
  /** Where the server is, `https://office:8080`. */
  readonly url: string
  /** The folder of what they keep. */
  readonly data: string
  /** The service key by which they come in. */
  readonly key: string
  /** The certificate of an authority that is trusted besides those that the system trusts, PEM. */
  readonly authority: string | null
  /** Where the bridge takes signed requests of phones over plain HTTP, in the office's network; null: nowhere. */
  readonly phonesAt: ListenAt | null
  readonly logLevel: string
}

export const FLAGS = {
  url: { type: 'string', default: 'http://127.0.0.1:8080' },
  data: { type: 'string', default: 'data' },
  key: { type: 'string' },
  'key-file': { type: 'string' },
  authority: { type: 'string' },
  'phones-port': { type: 'string' },
  'log-level': { type: 'string', default: 'info' },
} as const

/** How a machine calls itself. */
const HERE: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/** Reads the command line, and the files that it names. Throws TypeError or RangeError, in words; Failure file-missing. */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const { values, positionals } = parseArgs({ args: [...args], options: FLAGS, allowPositionals: true })
  const stranger = positionals.find((name) => !known.includes(name))
  if (stranger !== undefined) throw new RangeError(`There is no agent ${stranger}; there are ${known.join(', ')}`)
  const { url, data, key, authority } = values
  return {
    names: positionals.length > 0 ? [...new Set(positionals)] : known,
    url: addressIn(url),
    data,
    key: key ?? read(values['key-file'] ?? join(data, 'service.key')),
    authority: authority === undefined ? null : read(authority),
    phonesAt: values['phones-port'] === undefined ? null : listenAt(values['phones-port']),
    logLevel: values['log-level'],
  }
}

/** Who asks without TLS must be on the server's own machine: the key would be read on the way. */
function addressIn(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && HERE.includes(url.hostname))) return text
  throw new RangeError('--url must be an address, as https://office:8080; without TLS one of this machine alone')
}

/** A port of all addresses of this machine, or of one: `8081`, `192.168.1.5:8081`. */
function listenAt(text: string): ListenAt {
  const [, host = '0.0.0.0', port] = /^(?:([\w.-]+):)?(\d{1,5})$/.exec(text) ?? []
  if (port !== undefined && Number(port) <= 65_535) return { host, port: Number(port) }
  throw new RangeError(
    '--phones-port must be the number of a port, as 8081, or with an address of this machine before it',
  )
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw new Failure('file-missing', { file }, { cause })
  }
}
