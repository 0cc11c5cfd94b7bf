import type { CollectionName } from '../../../../shared/collections.ts'
import type { LeftOut } from '../../../../shared/features/records.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'

/** What stands in a timeline. */
export const TIMELINE_KINDS = [
  'event',
  'call',
  'job',
  'calendarRecord',
  'comment',
  'file',
  'letter',
  'message',
  'move',
  'shipment',
  'payment',
  'invoice',
  'order',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** Everything that happened, and is to happen, with a customer or an order. */
export interface TimelineQuery {
  readonly what: 'timeline'
  /** `customers/<id>` or `orders/<id>`. */
  readonly about: string
  /** Null: of all kinds. */
  readonly kinds: readonly TimelineKind[] | null
  /** Records of which nothing is told. */
  readonly without?: LeftOut
  /** Positions in what has happened, the newest first; `to` is the first that is not wanted. */
  readonly from: number
  readonly to: number
}

/** One thing that happened, or is to happen. */
export interface TimelineRow {
  /** `<collection>/<record>`, and the entry of its list behind it. */
  readonly id: string
  readonly kind: TimelineKind
  /** Milliseconds since 1970. */
  readonly at: number
  readonly collection: CollectionName
  readonly record: string
  /** The record as lists show it. */
  readonly item: JsonObject | null
  /** Of a move, shipment or payment, what its entry says; of shipments that went together, their sum. */
  readonly part: JsonObject | null
  /** Who did it, where that is a person that is known. */
  readonly who: string | null
}

export interface TimelineAnswer {
  readonly what: 'timeline'
  readonly about: string
  /** How many there are of each kind, ahead of now too. */
  readonly counts: { readonly [K in TimelineKind]?: number }
  /** How many of the asked kinds have happened. */
  readonly length: number
  readonly from: number
  readonly rows: readonly TimelineRow[]
  /** What is still to come, the nearest first. */
  readonly ahead: readonly TimelineRow[]
}
