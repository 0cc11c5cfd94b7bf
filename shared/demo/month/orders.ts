import type { DemoCommand } from '../command.ts'
import type { ClientId } from '../customers/clients.ts'
import type { DemoOrder } from '../demo-order.ts'
import { orderCommands } from '../order.ts'
import type { DemoWords, KindId } from '../process.ts'
import type { DepartmentId, WorkerId } from '../staff.ts'
import { Calendar } from './calendar.ts'
import { caseOrders } from './cases.ts'
import { linesFor } from './lines.ts'
import { walk } from './path.ts'
import { Chance } from './random.ts'

const ORDERS = 114
/** Every other order lies in this month, the rest somewhere in as many days back. */
const DAYS_BACK = 35
const UNPOSTED = 5

/** Who takes orders of each kind, and where. */
const DESKS: Readonly<Record<KindId, readonly [Desk, ...Desk[]]>> = {
  kitchens: [
    ['abdulov', 'nevsky'],
    ['lebedev', 'nevsky'],
    ['vederkin', 'leninsky'],
    ['nikolaev', 'leninsky'],
  ],
  shop: [
    ['sokolova', 'online'],
    ['sokolova', 'online'],
    ['sedova', 'online'],
    ['vederkin', 'leninsky'],
  ],
}
type Desk = readonly [WorkerId, DepartmentId]

const SOURCES: Readonly<Record<KindId, readonly [SourceId, ...SourceId[]]>> = {
  kitchens: ['salon', 'salon', 'call', 'friends', 'fair'],
  shop: ['site', 'site', 'site', 'call'],
}

type SourceId = keyof DemoWords['sources']

/** The commands of a lively month up to `now` (ms). The same day gives the same ids, whatever the hour. */
export function monthCommands(now: number, words: DemoWords): DemoCommand[] {
  const calendar = new Calendar(now)
  const usual = Array.from({ length: ORDERS }, (_, i) => usualOrder(i, calendar, words))
  const orders = [...unposted(usual), ...caseOrders(calendar, new Chance(calendar.seed), words)]
  return orders.sort((a, b) => a.date - b.date).flatMap((order) => orderCommands(order, words))
}

/** Each order has chances of its own: how far others have come by now changes nothing about it. */
function usualOrder(index: number, calendar: Calendar, words: DemoWords): DemoOrder {
  const chance = new Chance(calendar.seed * ORDERS + index)
  const kind = chance.isLikely(0.5) ? 'kitchens' : 'shop'
  const days = index % 2 === 0 ? chance.whole(0, calendar.daysGone) : chance.whole(0, DAYS_BACK)
  const [manager, department] = chance.pick(DESKS[kind])
  const customer = chance.pick(clientsOf(words))
  const source = words.sources[chance.pick(SOURCES[kind])]
  const shipment = chance.whole(1, 12)
  const isShipped = chance.isLikely(0.4)
  const lines = linesFor(kind, chance)
  const date = calendar.moment(days, chance)
  const moves = walk({ kind, manager, start: date, now: calendar.now }, chance, words)
  const details = { source, ...(isShipped && { shipment: calendar.dateAhead(shipment - Math.min(days, 10)) }) }
  const key = `month-${calendar.seed}-${index}`
  return {
    key,
    idTime: calendar.dayAgo(days),
    date,
    kind,
    customer,
    manager,
    department,
    posted: true,
    details,
    lines,
    moves,
  }
}

/** The newest orders that have not moved yet are not posted. */
function unposted(orders: readonly DemoOrder[]): DemoOrder[] {
  const fresh = orders.filter((order) => order.moves.length === 1).sort((a, b) => b.date - a.date)
  const drafts = new Set(fresh.slice(0, UNPOSTED))
  return orders.map((order) => (drafts.has(order) ? { ...order, posted: false } : order))
}

function clientsOf({ clients }: DemoWords): readonly [ClientId, ...ClientId[]] {
  // The dictionary's type says which keys it has; none are added at run time.
  return Object.keys(clients) as [ClientId, ...ClientId[]]
}
