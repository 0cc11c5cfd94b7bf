import { declined, doubtful, later, type Outcome } from '../../outcome.ts'
import type { Answer } from './ask.ts'

/** Not now, said before anything was done. */
const NOT_NOW = [429, 503]
const SIGN_IN = [401, 403, 407]

/** What came of it, where the answer's status says so already; else what was answered with a 2xx. */
export function byStatus(answer: Answer): Outcome | string {
  if (answer.is === 'unreached') return later('server', 'unreachable', answer.fault)
  if (answer.is === 'lost') return doubtful()
  const { status, text } = answer
  const said = `${status} ${text}`
  if (NOT_NOW.includes(status)) return later('server', 'triesAgain', said)
  if (SIGN_IN.includes(status)) return later('server', 'signInRefused', said)
  // Who failed behind the question may have done what was asked.
  if (status >= 500) return doubtful()
  return status >= 200 && status < 300 ? text : declined(said)
}
