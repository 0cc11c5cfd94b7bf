import type { Call, PhoneRecord } from '../../../../../shared/calls/collections.ts'
import type { Debt } from '../../../../../shared/movements/debts.ts'
import type { OrderItem } from '../../../../../shared/orders/order-item.ts'
import type { Next } from '../../board/next/upcoming.ts'

/** Calls that ring or are talked through now, and are this person's to take up. */
export interface CallWindowsQuery {
  readonly what: 'callWindows'
}

/** Calls of a number that are nobody's yet. */
export interface UnknownCallsQuery {
  readonly what: 'unknownCalls'
  readonly number: string
}

export interface UnknownCallsAnswer {
  readonly what: 'unknownCalls'
  readonly ids: readonly string[]
}

type Told = 'direction' | 'state' | 'failure' | 'number' | 'extension' | 'line' | 'event' | 'order' | 'note' | 'taken'

/** A call as its window shows it. */
export interface CallWindow extends Pick<Call, 'id' | Told> {
  /** As people group the number; null: it is withheld. */
  readonly spaced: string | null
  /** By which phone or line; null: one that is not known here. */
  readonly phone: Pick<PhoneRecord, 'id' | 'name' | 'owner'> | null
  /** Since when it rings, is talked through or waits for its phone, ms; of what is over, when it was. */
  readonly since: number
  /** How long was talked, ms; null: it is not over, or there was no talk. */
  readonly talked: number | null
  /** The first is whom somebody has chosen, if anybody has. */
  readonly callers: readonly Caller[]
  /** Somebody has said whose call it is. */
  readonly isBound: boolean
}

/** Whoever has the number, as far as it is known here. */
export interface Caller {
  /** The customer's: rows of answers are known by it. */
  readonly id: string
  readonly name: string | null
  readonly contact: { readonly id: string; readonly name: string | null; readonly post: string | null } | null
  /** By currency. */
  readonly debts: readonly Debt[]
  /** The last ones. */
  readonly orders: readonly OrderItem[]
  /** Those that are open, what is next before the others. */
  readonly open: readonly OrderItem[]
  /** The one of `open` that is likely meant (shared/calls/SPEC CD23). */
  readonly likely: string | null
  /** The nearest job or event. */
  readonly next: Next | null
}

export interface CallWindowsAnswer {
  readonly what: 'callWindows'
  /** The newest first. */
  readonly windows: readonly CallWindow[]
}
