import type { Logger } from 'pino'
import { Failure, type FailureCode } from '../../shared/errors.ts'
import type { Storage } from '../storage/storage.ts'
import type { Metrics } from './metrics/sync.ts'

/** Failures of ours: they are looked into, and the device tries again by itself. */
const OURS: readonly FailureCode[] = ['storage-failed', 'document-closed', 'document-damaged']
/** Failures that pass. All others are final. */
const PASSING: readonly FailureCode[] = [...OURS, 'sign-in-needed']
/** What is said in the ordinary way of things, and is no sign of anything wrong. */
const ORDINARY: readonly FailureCode[] = ['document-packed']

/** Where something was refused. */
export interface Refused {
  /** The socket that it came by. */
  readonly socket: string
  readonly document: string
  readonly user: string
  readonly replica: string
  readonly bytes: number
}

/** Writes down what is refused: into the log, the storage and the metrics. */
export class Refusals {
  readonly #storage: Storage
  readonly #metrics: Metrics
  readonly #log: Logger

  constructor(storage: Storage, metrics: Metrics, log: Logger) {
    this.#storage = storage
    this.#metrics = metrics
    this.#log = log
  }

  /** Notes a refusal; gives its code. An error that is no Failure is the server's own and counts as storage-failed. */
  note(error: unknown, refused: Refused): FailureCode {
    const failure = error instanceof Failure ? error : new Failure('storage-failed', {}, { cause: error })
    const { code } = failure
    if (ORDINARY.includes(code)) return code
    this.#metrics.refusals.inc({ code })
    this.#log[OURS.includes(code) ? 'error' : 'warn']({ ...refused, code, err: failure }, 'refused')
    const { socket: _, ...kept } = refused
    this.#storage
      .addRefusal({ ...kept, code, cause: causeOf(failure), at: Date.now() })
      .catch((err) => this.#log.error({ err }, 'refusal not kept'))
    return code
  }
}

/** Whether a device does well to try again. */
export function isPassing(code: FailureCode): boolean {
  return PASSING.includes(code)
}

/** How a refusal is told to a device: `refused:<code>` for good, `later:<code>` for now. */
export function reasonOf(code: FailureCode): string {
  return `${isPassing(code) ? 'later' : 'refused'}:${code}`
}

function causeOf({ message, cause }: Failure): string {
  return cause instanceof Error ? `${message}: ${cause.message}` : message
}
