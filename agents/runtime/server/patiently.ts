import type { Logger } from 'pino'
import { isPassing } from './api.ts'
import { Backoff, type Patience } from './backoff.ts'

/** How a server that may be away is asked. */
export interface Patiently {
  readonly log: Logger
  /** Ends it: it rejects with the signal's reason. */
  readonly signal: AbortSignal
  readonly patience?: Patience | undefined
}

/**
 * What the server answers, asked until it does (SPEC RT6). Rejects with the signal's reason, or with a Failure that does not
 * pass by itself.
 */
export async function patiently<T>(ask: () => Promise<T>, { log, signal, patience }: Patiently): Promise<T> {
  const backoff = new Backoff(patience)
  for (;;) {
    signal.throwIfAborted()
    try {
      const answer = await ask()
      if (backoff.tries > 0) log.info({ tries: backoff.tries }, 'the server answers again')
      return answer
    } catch (error) {
      if (!isPassing(error)) throw error
      if (backoff.tries === 0) log.warn({ code: error.code }, 'waiting for the server')
      await backoff.wait(signal)
    }
  }
}
