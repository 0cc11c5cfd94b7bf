import type { Completion } from '../orders/collections.ts'
import type { COMPLETED } from '../orders/moves/completed.ts'
import type { JsonObject } from '../records/declarations/value.ts'
import type { ClientId } from './customers/clients.ts'
import type { ProductId } from './goods/catalogue.ts'
import type { KindId, ReasonId, StateId } from './process.ts'
import type { DepartmentId, WorkerId } from './staff.ts'

/** A line of an order. */
export interface DemoLine {
  readonly product: ProductId
  /** Thousandths. */
  readonly quantity: number
  /** Kopecks. */
  readonly price: number
  /** Hundredths of a percent. */
  readonly discount?: number
}

/** A move through its kind. */
export interface DemoMove {
  readonly state: StateId | typeof COMPLETED
  readonly at: number
  readonly author: WorkerId
  readonly completion?: Completion
  readonly reason?: ReasonId
  readonly comment?: string
  /** The moves that it follows, by their index in the order; the one before it where nothing is said. */
  readonly follows?: readonly number[]
  /** The move that it undoes, by its index in the order. */
  readonly undoes?: number
}

/** An order of the demo company with all that happened to it. */
export interface DemoOrder {
  /** Names the order apart from all others. */
  readonly key: string
  /** The time that the id carries, and so the quarter in which the order is kept. */
  readonly idTime: number
  readonly number?: string
  readonly date: number
  readonly kind: KindId
  readonly customer: ClientId
  readonly manager: WorkerId
  readonly department: DepartmentId
  readonly posted: boolean
  readonly details?: JsonObject
  readonly lines: readonly DemoLine[]
  readonly moves: readonly DemoMove[]
}
