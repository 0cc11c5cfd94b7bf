import { type Logger, pino } from 'pino'

/** The server's log: a line of JSON per event on the standard output. `level` as pino names it, or `silent`. */
export function makeLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
