import type { Call } from '../../../../shared/calls/collections.ts'
import type { CollectionName } from '../../../../shared/collections.ts'
import type { Letter } from '../../../../shared/letters/collections.ts'
import type { Message } from '../../../../shared/messages/collections.ts'
import type { Order, Payment, Shipment } from '../../../../shared/orders/collections.ts'
import type { Invoice } from '../../../../shared/orders/invoices/collections.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import type { AnyRow } from '../standing-rows.ts'
import type { TimelineKind } from './query.ts'

/** Collections whose records stand in timelines. */
export const IN_TIMELINE = [
  'orders',
  'invoices',
  'events',
  'jobs',
  'calendarRecords',
  'comments',
  'files',
  'messages',
  'letters',
  'calls',
] as const satisfies readonly CollectionName[]
export type InTimeline = (typeof IN_TIMELINE)[number]

/** An entry of a timeline, as little of it as its place needs. */
export interface Entry {
  readonly id: string
  readonly kind: TimelineKind
  readonly at: number
  readonly collection: InTimeline
  readonly record: string
  readonly part: JsonObject | null
}

/** Says where days of the company begin, and to which an instant belongs. */
export interface Days {
  dayStart(day: string): number
  dayOf(instant: number): string
}

const NOON = 12 * 3_600_000

/** What else than moves and facts a record is told as. */
const KINDS: { readonly [C in InTimeline]: TimelineKind } = {
  orders: 'order',
  invoices: 'invoice',
  events: 'event',
  jobs: 'job',
  calendarRecords: 'calendarRecord',
  comments: 'comment',
  files: 'file',
  messages: 'message',
  letters: 'letter',
  calls: 'call',
}

/** The entries of a record: of an order its moves, shipments and payments besides, where `whole` is asked for. */
export function entriesOf(collection: InTimeline, row: AnyRow, days: Days, whole = true): readonly Entry[] {
  if (row.gone || (collection === 'calls' && hasEvent(row))) return []
  const own: Entry = {
    id: `${collection}/${row.id}`,
    kind: KINDS[collection],
    at: timeOf(collection, row, days),
    collection,
    record: row.id,
    part: null,
  }
  if (collection !== 'orders' || !whole) return [own]
  const order = row as unknown as Order
  return [own, ...moves(order), ...shipments(order, days), ...payments(order, days)]
}

/** A call that became an event is told as that. */
function hasEvent(row: AnyRow): boolean {
  return (row as unknown as Pick<Call, 'event'>).event !== null
}

function timeOf(collection: InTimeline, row: AnyRow, days: Days): number {
  const { date } = row as unknown as Pick<Invoice, 'date'>
  const { start, end, day, due } = row as unknown as {
    readonly [time in 'start' | 'end']?: number | null
  } & { readonly [day in 'day' | 'due']?: string | null }
  if (collection === 'orders' || collection === 'invoices') return date ?? row.madeAt
  if (collection === 'messages') {
    const { sent, due } = row as unknown as Pick<Message, 'sent' | 'due'>
    return sent ?? due ?? row.madeAt
  }
  if (collection === 'letters') {
    const { received, sent } = row as unknown as Pick<Letter, 'received' | 'sent'>
    return received ?? sent ?? row.madeAt
  }
  if (collection === 'calls') {
    const { answered, rang, asked } = row as unknown as Pick<Call, 'answered' | 'rang' | 'asked'>
    return answered ?? rang ?? asked ?? row.madeAt
  }
  const whole = day ?? due
  return start ?? (whole ? days.dayStart(whole) : (end ?? row.madeAt))
}

/** The first move is the order's own making. */
function moves({ id, moves, madeAt }: Order): Entry[] {
  return moves
    .filter(({ follows }) => follows.length > 0)
    .map((move) => entry(id, 'move', move.id, move.at ?? madeAt, move as unknown as JsonObject))
}

/** Those that went out together are told once, with what they come to. */
function shipments({ id, shipments }: Order, days: Days): Entry[] {
  const together = Map.groupBy(standing(shipments), ({ id, document }) => document ?? id)
  return [...together].flatMap(([key, [first, ...more]]) => {
    if (!first) return []
    const sum = [first, ...more].reduce((all, one) => all + (one.sum ?? 0), 0)
    return [entry(id, 'shipment', key, factAt(first, days), { ...first, sum } as unknown as JsonObject)]
  })
}

function payments({ id, payments }: Order, days: Days): Entry[] {
  return standing(payments).map((one) => entry(id, 'payment', one.id, factAt(one, days), one as unknown as JsonObject))
}

function entry(order: string, kind: TimelineKind, id: string, at: number, part: JsonObject): Entry {
  return { id: `orders/${order}/${id}`, kind, at, collection: 'orders', record: order, part }
}

/** Facts that were not taken back. */
function standing<F extends Shipment | Payment>(facts: readonly F[]): F[] {
  const undone = new Set(facts.map(({ undoes }) => undoes))
  return facts.filter(({ id, undoes }) => undoes === null && !undone.has(id))
}

/** When it was entered, where that was on the day that its paper bears; else about noon of that day. */
function factAt({ date, at, madeAt }: Shipment | Payment, days: Days): number {
  const entered = at ?? madeAt
  return date === null || days.dayOf(entered) === date ? entered : days.dayStart(date) + NOON
}
