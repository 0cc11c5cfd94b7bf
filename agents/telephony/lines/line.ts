import type { LineStanding } from '../../../shared/calls/phones.ts'
import type { PhoneRequest, RequestOutcome } from '../../../shared/calls/protocol.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import type { LineReport } from './line-report.ts'

export type DialRequest = Extract<PhoneRequest, { readonly what: 'dial' }>

/** What lines say of themselves: never a secret, never a number. */
export type LineLog = Pick<AgentGround['log'], 'info' | 'warn'>

/** A line of the company, as the bridge has it. */
export interface Line {
  /** Begins to hear of calls, where that is asked for; what fails is tried again until it is stopped. */
  start(): void
  /** Has a number dialled; resolves with what came of asking, never rejects. */
  dial(request: DialRequest): Promise<RequestOutcome>
  stop(): Promise<void>
}

/** What a line works with. */
export interface LineGround {
  /** Settles what a line tells into its call; rejects where it may be tried again. */
  readonly report: (report: LineReport) => Promise<unknown>
  /** Is told how the connection stands, each time that is tried. */
  readonly stands: (standing: LineStanding) => void
  readonly log: LineLog
}
