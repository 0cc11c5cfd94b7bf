import type { Report } from '../../../../shared/calls/protocol.ts'
import { Failure, type FailureCode } from '../../../../shared/errors.ts'

/** What the bridge says of a report it will not take however often it is told: it is not told again. */
const FOR_GOOD: readonly FailureCode[] = ['request-shape', 'request-too-large']
/** So many go at once. */
const AT_ONCE = 50

/** Reports that wait for the bridge, in their order. */
export interface Untold {
  all(): readonly Report[]
  /** Leaves them kept, whatever becomes of the page. */
  keep(all: readonly Report[]): void
}

/**
 * Tells the bridge what waits, the first first, and forgets what it has (SPEC PG2). `tell` rejects with a Failure where the bridge
 * does not answer: then all stays. Reports that come meanwhile wait for the next time.
 */
export async function tellUntold(
  untold: Untold,
  tell: (reports: readonly Report[]) => Promise<unknown>,
): Promise<void> {
  for (let some = untold.all().slice(0, AT_ONCE); some.length > 0; some = untold.all().slice(0, AT_ONCE)) {
    // The clock as it goes: by it the bridge puts a wrong one right.
    await tell(some.map((report) => ({ ...report, sent: Date.now() }))).catch(passOver)
    untold.keep(untold.all().slice(some.length))
  }
}

function passOver(error: unknown): void {
  if (!(error instanceof Failure) || !FOR_GOOD.includes(error.code)) throw error
}
