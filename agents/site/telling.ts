import { documentOf } from '../../shared/documents/documents.ts'
import { shelves } from '../../shared/documents/shelves.ts'
import type { FeedPage } from '../../shared/effects/feed.ts'
import { Failure } from '../../shared/errors.ts'
import { waysOfCompany } from '../../shared/messages/parameters/around.ts'
import { MESSAGE_WORDS } from '../../shared/messages/words.ts'
import { orders } from '../../shared/orders/collections.ts'
import type { SiteOrderState } from '../../shared/site/catalogue.ts'
import { siteStateOf } from '../../shared/site/state-of.ts'
import type { AgentGround } from '../runtime/agent.ts'
import { findIn } from '../runtime/find.ts'
import { pause } from '../runtime/pause.ts'
import { DoorLine } from './door-line.ts'
import type { Pictures } from './pictures.ts'

/** A door that is away is told again behind so long, ms. */
const AGAIN = 5_000

type Ground = Pick<AgentGround, 'replica' | 'documents' | 'door' | 'feed' | 'cache' | 'log' | 'signal'> & {
  readonly pictures: Pictures
  /** Pictures have changed. */
  readonly touch: () => void
}

/** Tells the doors how orders from the site stand, as they move; hears of pictures, too (SPEC WB15, WB19). */
export async function tellOrders(ground: Ground): Promise<void> {
  const { cache, feed, replica, signal } = ground
  const place = cache.place('site.feed')
  const known = [...replica.rows(shelves)].map(({ journal }) => journal ?? 0)
  const from = await feed.end(Math.max(0, ...known), signal)
  if (signal.aborted) return
  // What comes from now on is this folder's business, however soon it ends.
  if (place.read() === null) place.write(String(from))
  await tell(
    ground,
    [...replica.rows(orders)].flatMap((order) => stateOf(ground, order) ?? []),
  )
  const hearing = { place, from, collections: ['orders', 'productPictures'], signal }
  await feed.follow(hearing, (page) => take(ground, page))
}

async function take(ground: Ground, { rows }: FeedPage): Promise<void> {
  const { replica, documents, pictures, touch } = ground
  const changed = rows.filter(({ collection }) => collection === 'productPictures').map(({ record }) => record)
  if (changed.length > 0) {
    pictures.forget(changed)
    touch()
  }
  const moved = new Set(rows.filter(({ collection }) => collection === 'orders').map(({ record }) => record))
  const byDocument = Map.groupBy(moved, (id) => documentOf(replica.pass.company, orders.family, id))
  const states: SiteOrderState[] = []
  for (const [name, ids] of byDocument) {
    await documents.hold([name], async () => {
      // What the journal has told is here: a mark comes back behind all that went before it.
      await replica.saved([name])
      const found = ids.flatMap((id) => findIn(replica)(orders, id) ?? [])
      states.push(...found.flatMap((order) => stateOf(ground, order) ?? []))
    })
  }
  await tell(ground, states)
}

function stateOf(
  { replica }: Pick<Ground, 'replica'>,
  order: Parameters<typeof siteStateOf>[0],
): SiteOrderState | null {
  const find = findIn(replica)
  return siteStateOf(order, find, MESSAGE_WORDS[waysOfCompany(find).language].completed)
}

/** Tells every door, as long as it is one of ours and takes time: an order is known at the one that it came from. */
async function tell(ground: Ground, states: readonly SiteOrderState[]): Promise<void> {
  const { door: readDoor, signal, log } = ground
  const told = new Set<string>()
  for (let isAway = false; states.length > 0 && !signal.aborted; isAway = true) {
    const doors = (await readDoor())?.queues ?? []
    const left = doors.filter(({ address }) => !told.has(address))
    for (const door of left) {
      try {
        await new DoorLine(door, signal).tell(states)
        told.add(door.address)
      } catch (error) {
        if (signal.aborted) return
        if (!(error instanceof Failure)) throw error
        if (!isAway) log.warn({ door: door.address, code: error.code }, 'the door is not told of orders')
      }
    }
    if (doors.every(({ address }) => told.has(address))) return
    await pause(AGAIN, signal)
  }
}
