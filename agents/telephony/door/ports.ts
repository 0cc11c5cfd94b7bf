import type { Language } from '../../../shared/accounts/api.ts'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import type { AnyReport, PhoneRequest, RequestOutcome } from '../../../shared/calls/protocol.ts'
import type { Pace } from '../../../shared/line/pace.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import type { HeldPhones } from '../phones/held-phones.ts'
import type { Receivers } from '../receivers/receivers.ts'
import type { Nonces } from './caller/nonces.ts'

/** What phones are to do, as the door hands it on. */
export interface RequestsGiver {
  /** What a phone is to do now; waits so long for something, ms, or until the signal. */
  next(phone: HeldPhone, wait: number, signal: AbortSignal): Promise<readonly PhoneRequest[]>
  /** Gives a phone what it is to do, and all that comes, until the undo that it gives. */
  listen(phone: HeldPhone, give: (request: PhoneRequest) => void): () => void
  /** What came of one. Failure record-missing for one that this phone was not asked. */
  settle(phone: HeldPhone, id: string, outcome: RequestOutcome): Promise<void>
}

/** What stands behind the door. */
export interface DoorPorts {
  readonly phones: HeldPhones
  readonly nonces: Nonces
  /** Shared by all doors of the bridge. */
  readonly pace: Pace
  /** Settles a report into its call; resolves when the server has it. */
  readonly take: (phone: HeldPhone, report: AnyReport) => Promise<unknown>
  readonly requests: RequestsGiver
  readonly receivers: Pick<Receivers, 'note'>
  /** What an exchange sends to the address of its line, by the line's id. */
  readonly hook: (line: HeldPhone, request: Request) => Promise<Response>
  /** In which failures are told. */
  readonly language: () => Language
  readonly log: AgentGround['log']
}
