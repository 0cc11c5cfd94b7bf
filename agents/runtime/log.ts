import { type Logger, pino } from 'pino'
import { shownError } from '../../shared/shown-error.ts'

/** The agents' log: a line of JSON per event on the standard output, without what people wrote (sync-server/log/SPEC.md). */
export function makeLog(level: string): Logger {
  return pino({
    level,
    base: null,
    name: 'agents',
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: shownError, error: shownError },
  })
}
