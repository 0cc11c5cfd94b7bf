import { Failure } from '../../../../shared/errors.ts'
import { isPassing } from '../../../runtime/server/api.ts'
import type { LineGround } from '../line.ts'
import type { LineReport } from '../line-report.ts'

/** How long is waited before a report is tried again, ms. */
const AGAIN = 2_000
/** What the server answers with a refusal, not with being away, is tried so often: the others wait behind it. */
const TRIES = 30
/** So many wait at most: with the server away for hours the oldest go. */
const MOST = 10_000

/** Hands reports on one after the other, each until it is taken, or is refused for good: Asterisk tells nothing twice. */
export function sender({ report, log }: Pick<LineGround, 'report' | 'log'>, again = AGAIN) {
  const waiting: LineReport[] = []
  let going: Promise<void> | null = null
  let isStopped = false
  let refused = 0
  const send = async () => {
    for (let next = waiting[0]; next !== undefined && !isStopped; next = waiting[0]) {
      try {
        await report(next)
        waiting.shift()
        refused = 0
      } catch (error) {
        if (isRefusal(error) && ++refused >= TRIES) {
          log.warn({ err: error }, 'line: a report is left out')
          waiting.shift()
          refused = 0
          continue
        }
        log.warn({ err: error }, 'line: a report is to be tried again')
        await new Promise((resolve) => setTimeout(resolve, again))
      }
    }
    going = null
  }
  return {
    add(reports: readonly LineReport[]): void {
      waiting.push(...reports)
      waiting.splice(0, Math.max(0, waiting.length - MOST))
      if (waiting.length > 0) going ??= send()
    },
    async stop(): Promise<void> {
      isStopped = true
      await going
    },
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Failure && !isPassing(error)
}
