import { AsyncLocalStorage } from 'node:async_hooks'
import { format } from 'node:util'
import { type DestinationStream, type Logger, pino } from 'pino'
import { shownError } from '../../shared/shown-error.ts'

/** How the log is kept. */
export interface LogOptions {
  /** As pino names it, or `silent`. */
  readonly level: string
  /** With what helps to find a fault, and may be about people: whole addresses, all that errors say. */
  readonly personal?: boolean
}

const requests = new AsyncLocalStorage<string>()

/** The server's log: a line of JSON per event, on the standard output unless elsewhere is given (SPEC.md). */
export function makeLog({ level, personal = false }: LogOptions, to?: DestinationStream): Logger {
  const shown = personal ? pino.stdSerializers.err : shownError
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: shown, error: shown, address: (address: string) => (personal ? address : cut(address)) },
    mixin: () => {
      const request = requests.getStore()
      return request === undefined ? {} : { request }
    },
  }
  return to ? pino(options, to) : pino(options)
}

/** Runs work whose lines all bear the request's id. */
export function within<T>(request: string, work: () => T): T {
  return requests.run(request, work)
}

/** What libraries write to the console goes into the log, in one line each, so that everything there is JSON. */
export function adoptConsole(log: Logger): void {
  for (const [name, level] of Object.entries({
    log: 'debug',
    info: 'debug',
    debug: 'debug',
    warn: 'warn',
    error: 'warn',
  } as const))
    console[name as 'log'] = (...said: readonly unknown[]) => log[level]({ said: saidOf(said) }, 'console')
}

/** Words and codes; what an error says may have people's data in it. */
function saidOf(said: readonly unknown[]): string {
  return format(...said.map((one) => (one instanceof Error ? JSON.stringify(shownError(one)) : one)))
}

/** Of an address the network: the first three numbers, or the first three groups; no name of a host. */
export function cut(address: string): string {
  const plain = address.replace(/^::ffff:/i, '')
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  if (!plain.includes(':')) return '-'
  const groups = plain.startsWith('::') ? ['0', '0', '0'] : plain.split(':').slice(0, 3)
  return `${groups.map((group) => group || '0').join(':')}::/48`
}
