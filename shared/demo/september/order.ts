import type { ClientId } from '../customers/clients.ts'
import type { KindId, ReasonId, StateId } from '../process.ts'
import type { DepartmentId, WorkerId } from '../staff.ts'

/** A move: to a state, at a time; or completion, with the reason where the order was cancelled. */
export type SeptemberMove =
  | readonly [state: StateId, at: string]
  | readonly [completion: 'success', at: string]
  | readonly [completion: 'cancelled', at: string, reason: ReasonId]

/** An order of September 2016. It is dated by its first move. */
export interface SeptemberOrder {
  readonly number: string
  readonly kind: KindId
  readonly customer: ClientId
  readonly manager: WorkerId
  readonly department: DepartmentId
  /** Kopecks. */
  readonly total: number
  readonly moves: readonly SeptemberMove[]
}
