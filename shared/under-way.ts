import { Failure, type FailureCode } from './errors.ts'

/** How far a long work has come, in records; `back`: it takes back what it did. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly way: 'forth' | 'back'
}

/** Whoever waits for a long work: hears how far it is, and may stop it. */
export interface UnderWay {
  readonly onProgress: (progress: Progress) => void
  /** Its reason is the Failure with which a work that was stopped ends. */
  readonly signal: AbortSignal
}

/** Of a work that nobody follows. */
export const UNFOLLOWED: UnderWay = { onProgress: () => undefined, signal: new AbortController().signal }

/** As whoever follows a work hears that it is taken back, which cannot be stopped. */
export function takingBack({ onProgress }: UnderWay): UnderWay {
  return { onProgress: (progress) => onProgress({ ...progress, way: 'back' }), signal: UNFOLLOWED.signal }
}

/** With what works end that were stopped: nothing has gone wrong. */
const STOPS: readonly FailureCode[] = ['change-stopped', 'file-stopped']

export function isStop(error: unknown): boolean {
  return error instanceof Failure && STOPS.includes(error.code)
}
