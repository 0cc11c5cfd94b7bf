import { COMMON } from '../../documents/families.ts'
import type { EventKind, events } from '../../events/collections.ts'
import { entryId } from '../../importing/planning/ids.ts'
import type { Draft } from '../../records/declarations/collection.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import { derivedId } from '../../records/keys/id.ts'
import type { DemoCommand } from '../command.ts'
import type { ClientId } from '../customers/clients.ts'
import { Calendar } from '../month/calendar.ts'
import { clientRecord } from '../order.ts'
import type { DemoWords } from '../process.ts'
import type { WorkerId } from '../staff.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

type EventId = keyof DemoWords['events']

interface DemoEvent {
  readonly key: EventId
  readonly kind: EventKind
  readonly responsible: WorkerId
  /** Days from today, and hour of the day. */
  readonly day: number
  readonly hour: number
  readonly minutes?: number
  /** Left out: done. */
  readonly state?: 'planned' | 'underway' | 'calledOff'
  readonly direction?: 'in' | 'out'
  readonly importance?: 'high'
  /** It is about one of the latest orders, counted from the newest, and with its customer; else with this one. */
  readonly order?: number
  readonly client?: ClientId
  /** The first of the client's contacts is meant. */
  readonly hasContact?: true
}

/** What happened with customers lately, and what is to: some of it late. */
const EVENTS: readonly DemoEvent[] = [
  {
    key: 'wantsKitchen',
    kind: 'call',
    direction: 'in',
    responsible: 'abdulov',
    day: -6,
    hour: 10.5,
    minutes: 7,
    order: 12,
  },
  { key: 'offer', kind: 'letter', direction: 'out', responsible: 'abdulov', day: -5, hour: 16, order: 12 },
  { key: 'changes', kind: 'letter', direction: 'in', responsible: 'abdulov', day: -4, hour: 9.5, order: 12 },
  { key: 'showroom', kind: 'meeting', responsible: 'vederkin', day: -3, hour: 12, minutes: 60, order: 5 },
  { key: 'ready', kind: 'sms', direction: 'out', responsible: 'sokolova', day: -2, hour: 18, order: 9 },
  { key: 'complaint', kind: 'call', direction: 'in', responsible: 'lebedev', day: -2, hour: 11, minutes: 12, order: 6 },
  {
    key: 'noAnswer',
    kind: 'call',
    direction: 'out',
    responsible: 'sedova',
    day: -1,
    hour: 15,
    state: 'calledOff',
    order: 3,
  },
  {
    ...{ key: 'payment', kind: 'call', direction: 'out', responsible: 'sedova', day: -1, hour: 12 },
    ...{ state: 'planned', importance: 'high', order: 2 },
  },
  {
    key: 'colour',
    kind: 'call',
    direction: 'out',
    responsible: 'lebedev',
    day: -1,
    hour: 17,
    state: 'planned',
    order: 1,
  },
  {
    key: 'delivery',
    kind: 'call',
    direction: 'out',
    responsible: 'vederkin',
    day: 1,
    hour: 10,
    state: 'planned',
    order: 4,
  },
  {
    ...{ key: 'project', kind: 'meeting', responsible: 'abdulov', day: 1, hour: 14, minutes: 90 },
    ...{ state: 'planned', client: 'northHouse', hasContact: true },
  },
  { key: 'stone', kind: 'meeting', responsible: 'nikolaev', day: 3, hour: 11, minutes: 60, state: 'planned', order: 7 },
  {
    ...{ key: 'contract', kind: 'letter', direction: 'out', responsible: 'sedova', day: 2, hour: 12 },
    ...{ state: 'planned', client: 'lighthouse', hasContact: true },
  },
  { key: 'birthday', kind: 'otherEvent', responsible: 'gromova', day: 5, hour: 9, state: 'planned', client: 'orlova' },
]

/** The events of the demo company; `orders` are the commands that make its orders. The same day gives the same ids. */
export function eventCommands(now: number, words: DemoWords, orders: readonly DemoCommand[]): DemoCommand[] {
  const calendar = new Calendar(now)
  const latest = orders
    .flatMap(({ command, args }) => (command === 'createRecord' ? [args] : []))
    .filter(({ collection }) => collection === 'orders')
  return EVENTS.map((event): DemoCommand => {
    const order = event.order === undefined ? undefined : latest.at(-event.order)
    // What is to come was written down the day before.
    const made = calendar.dayAgo(Math.max(1, -event.day))
    const id = derivedId(COMMON, made, 'demo', `events\u0000${event.key}`)
    const about = order ? aboutOrder(order) : withClient(event)
    const values = { ...fieldsOf(event, calendar, words), ...about }
    return { command: 'createRecord', args: { collection: 'events', id, values }, person: event.responsible, at: made }
  })
}

function fieldsOf(event: DemoEvent, calendar: Calendar, words: DemoWords): JsonObject {
  const { key, kind, responsible, day, hour, minutes, state = 'done', direction, importance } = event
  const start = calendar.dayAgo(-day) + hour * HOUR
  const draft: Draft<typeof events> = {
    ...{ kind, responsible, state, start, ...words.events[key] },
    ...(minutes !== undefined && { end: start + minutes * MINUTE }),
    ...(direction && { direction }),
    ...(importance && { importance }),
  }
  return draft as JsonObject
}

function aboutOrder({ id, values }: { readonly id: string; readonly values: JsonObject }): JsonObject {
  return { customer: values.customer ?? null, basis: `orders/${id}` }
}

function withClient({ client, hasContact }: DemoEvent): JsonObject {
  if (!client) return {}
  const customer = clientRecord(client)
  return { customer, ...(hasContact && { contact: entryId(customer, 'contacts', 0) }) }
}
