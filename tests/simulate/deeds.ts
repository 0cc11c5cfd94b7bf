import { recordOf } from '../../client/data/session/testing/two.ts'
import { type Undoable, WALK } from '../../client/data/session/testing/ways/walk.ts'
import type { Way } from '../../client/data/session/testing/ways/way.ts'
import type { CollectionName } from '../../shared/collections.ts'
import { COMMON } from '../../shared/documents/families.ts'
import type { Line } from '../../shared/orders/collections.ts'
import { COMPLETED } from '../../shared/orders/moves/completed.ts'
import type { JsonObject } from '../../shared/records/declarations/value.ts'
import { newId } from '../../shared/records/keys/id.ts'
import type { Hand } from './hand.ts'

/** Something that people do: what to is drawn; with nothing to do it to, nothing is done. */
export type Deed = (hand: Hand) => Promise<unknown>

const QUARTER = 91 * 86_400_000
/** Needs two devices on line: two that write apart are had here by lines that are cut. */
const TAKES_A_LINE = 'bringBack'

/** Every command in each of the ways that it can be done, on records of its own. */
const WALKS = Object.fromEntries(
  (Object.keys(WALK) as Undoable[])
    .filter((name) => name !== TAKES_A_LINE)
    .flatMap((name) => Object.entries(WALK[name]).map(([way, make]) => [`${name}: ${way}`, walk(name, make)])),
)

/** What people do to what all of them have, so that they meet. */
const MEETINGS: Readonly<Record<string, Deed>> = {
  'an order, now or up to two years ago': (hand) =>
    hand.device.run('createOrder', {
      id: newId(COMMON, hand.device.session.now - hand.pick([0, 0, 0, 1, 2, 4, 8]) * QUARTER),
      fields: { sort: hand.pick(['work', 'customer']), note: hand.word() },
      lines: [{ text: hand.word(), quantity: 1000 * hand.pick([1, 2, 3]), price: hand.pick([0, 100, 12_345]) }],
      start: { kind: 'kitchens', state: hand.pick(['new', 'made']) },
    }),
  'a field of an order': (hand) => order(hand, (id) => hand.device.run('setOrder', { id, fields: fieldsOf(hand) })),
  'the same field of the same order': async (hand) => {
    const [id] = await hand.ids('orders')
    return id && hand.device.run('setOrder', { id, fields: { note: hand.word() } })
  },
  'another line': (hand) =>
    order(hand, (id) =>
      hand.device.run('addLine', { id, fields: { text: hand.word(), quantity: 1000, price: hand.pick([1, 999]) } }),
    ),
  'a line changed': (hand) =>
    line(hand, (id, one) =>
      hand.device.run('setLine', { id, line: one, fields: { quantity: 1000 * hand.pick([1, 5, 7]) } }),
    ),
  'a line removed': (hand) => line(hand, (id, one) => hand.device.run('removeLine', { id, line: one })),
  'a move': (hand) =>
    order(hand, (id) => hand.device.run('moveOrder', { id, state: hand.pick(['new', 'made']), comment: hand.word() })),
  success: (hand) =>
    order(hand, (id) => hand.device.run('moveOrder', { id, state: COMPLETED, completion: 'success' as const })),
  cancelling: (hand) =>
    order(hand, (id) => {
      const how = { completion: 'cancelled', reason: hand.pick(['price', 'term']), comment: hand.word() } as const
      return hand.device.run('moveOrder', { id, state: COMPLETED, ...how })
    }),
  'the last move undone': (hand) =>
    order(hand, async (id) => {
      const moves = (await recordOf(hand.device, { collection: 'orders', id })).row?.moves
      const last = (moves as unknown as readonly { id: string }[] | undefined)?.at(-1)
      return last && hand.device.run('undoOneMove', { id, move: last.id })
    }),
  posting: (hand) => order(hand, (id) => hand.device.run('postOrder', { id, posted: hand.pick([true, false]) })),
  'many orders moved': async (hand) =>
    hand.device.run('changeRecords', {
      ...(await hand.some('orders')),
      change: { what: 'move', state: hand.pick(['new', 'made']) },
    }),
  'many orders posted': async (hand) =>
    hand.device.run('changeRecords', { ...(await hand.some('orders')), change: { what: 'post' } }),
  'a field of many customers': async (hand) =>
    hand.device.run('changeRecords', {
      ...(await hand.some('customers')),
      change: { what: 'field', field: 'note', value: hand.word() },
    }),
  'a customer': (hand) =>
    hand.device.run('createRecord', {
      collection: 'customers',
      id: newId(COMMON, hand.device.session.now),
      values: { name: hand.word(), note: hand.word() },
    }),
  'a field of a customer': (hand) =>
    one(hand, 'customers', (id) =>
      hand.device.run('setRecord', { collection: 'customers', id, values: { name: hand.word() } }),
    ),
  'the customer of an order': async (hand) => {
    const customer = hand.pick(await hand.ids('customers'))
    return customer && order(hand, (id) => hand.device.run('setOrder', { id, fields: { customer } }))
  },
  'an order into the trash': (hand) =>
    order(hand, (id) => hand.device.run('removeRecord', { collection: 'orders', id })),
  'a customer into the trash': (hand) =>
    one(hand, 'customers', (id) => hand.device.run('removeRecord', { collection: 'customers', id })),
  'out of the trash': async (hand) => {
    const id = hand.pick(await hand.gone())
    return id && hand.device.run('restoreRecord', { collection: 'orders', id })
  },
  'a value that was written apart': (hand) =>
    order(hand, async (id) => {
      const { apart } = await recordOf(hand.device, { collection: 'orders', id })
      const lost = hand.pick(apart)
      if (!lost) return
      const of = { collection: 'orders', id, path: lost.path } as const
      return hand.pick([true, false])
        ? hand.device.run('keepValue', of)
        : hand.device.run('bringBack', { ...of, value: lost.value })
    }),
  'the states of a kind': (hand) =>
    one(hand, 'kinds', (id) =>
      hand.device.run('shiftState', { id, state: hand.pick(['new', 'made']), by: hand.pick([-1, 1] as const) }),
    ),
  undo: (hand) => hand.undo(),
  'undo of an earlier act': (hand) => hand.undo(),
}

/** By name. What all have is met more often than each command is done on its own. */
export const DEEDS: Readonly<Record<string, Deed>> = { ...WALKS, ...MEETINGS, ...again(MEETINGS) }

/** The same once more, under other names: they are drawn twice as often. */
function again(deeds: Readonly<Record<string, Deed>>): Readonly<Record<string, Deed>> {
  return Object.fromEntries(Object.entries(deeds).map(([name, deed]) => [`${name}, again`, deed]))
}

function walk<N extends Undoable>(name: N, make: Way<N>): Deed {
  return async ({ device }) => {
    const { args } = await make({ one: device, other: device })
    return device.run(name, args)
  }
}

function fieldsOf(hand: Hand) {
  return hand.pick<JsonObject>([
    { note: hand.word() },
    { contact: hand.word() },
    { note: null, tags: [hand.word()] },
    { responsible: hand.pick(['grey', 'assol']) },
    { shipment: hand.pick(['2026-12-01', '2027-01-15']) },
  ])
}

function order(hand: Hand, work: (id: string) => Promise<unknown>): Promise<unknown> {
  return one(hand, 'orders', work)
}

async function one(hand: Hand, collection: CollectionName, work: (id: string) => Promise<unknown>): Promise<unknown> {
  const id = hand.pick(await hand.ids(collection))
  return id === undefined ? undefined : work(id)
}

function line(hand: Hand, work: (id: string, line: string) => Promise<unknown>): Promise<unknown> {
  return order(hand, async (id) => {
    const { row } = await recordOf(hand.device, { collection: 'orders', id })
    const found = hand.pick((row?.lines ?? []) as unknown as readonly Line[])
    return found && work(id, found.id)
  })
}
