import fc, { type Arbitrary } from 'fast-check'
import { COLLECTIONS, type CollectionName } from '../../../collections.ts'
import type { CommandArgs, CommandName } from '../../../commands.ts'
import { COMMON } from '../../../documents/families.ts'
import { orders } from '../../../orders/collections.ts'
import { COMPLETED } from '../../../orders/moves/completed.ts'
import type { JsonObject } from '../../declarations/value.ts'
import { derivedId } from '../../keys/id.ts'
import { draftOf, patchOf, pathOf, refusedBy } from './arbitrary.ts'

/** A command with its arguments. */
export type Deed = { [N in CommandName]: { readonly command: N; readonly args: CommandArgs<N> } }[CommandName]

/** A deed that is about something that the device has then: which of it, the number says. */
export type Want =
  | { readonly what: 'deed'; readonly deed: Deed }
  | { readonly what: 'line'; readonly id: string; readonly nth: number; readonly fields: JsonObject | null }
  | { readonly what: 'undo-move'; readonly id: string; readonly nth: number }
  | { readonly what: 'decide'; readonly of: RecordOf; readonly nth: number; readonly back: boolean }
  | { readonly what: 'undo'; readonly nth: number }

interface RecordOf {
  readonly collection: CollectionName
  readonly id: string
}

/** The world's beginning, and the middle of a quarter: orders lie in this quarter and the one before. */
export const START = Date.UTC(2026, 10, 15)
const EARLIER = Date.UTC(2026, 7, 15)

/** Records from outside: every device gives them the same ids. */
export const ORDERS = [1, 2, 3].map((n) => derivedId(COMMON, n % 2 ? START : EARLIER, 'file', `order ${n}`))
const CUSTOMERS = [1, 2].map((n) => derivedId(COMMON, START, 'file', `customer ${n}`))
const STATES = ['s1', 's2', 's3', 's4']
const KINDS = ['kitchens', 'repairs']
const [KNOWN_CUSTOMER = '', NEW_CUSTOMER = ''] = CUSTOMERS
const [KNOWN_ORDER = ''] = ORDERS
/** The states that a kind begins with. */
const THREE = { s1: { place: 'a1' }, s2: { place: 'a2' }, s3: { place: 'a3' } }
const IDS = {
  customers: CUSTOMERS,
  products: ['p1', 'p2'],
  states: STATES,
  kinds: KINDS,
  reasons: ['late', 'other'],
  orders: ORDERS,
}
type Drawn = keyof typeof IDS

/** What every device has from the beginning. */
export const FOUNDATION: readonly Deed[] = [
  ...STATES.map((id) => create('states', id, { name: id })),
  ...KINDS.map((id) => create('kinds', id, { name: id, sort: 'work', states: THREE })),
  create('reasons', 'late', { name: 'Late', place: 'a1' }),
  create('reasons', 'other', { name: 'Other', other: true, place: 'a2' }),
  create('customers', KNOWN_CUSTOMER, { name: 'Assol' }),
  {
    command: 'createOrder',
    args: {
      id: KNOWN_ORDER,
      fields: { sort: 'work', customer: KNOWN_CUSTOMER },
      lines: [{ text: 'Table', quantity: 1000, price: 5000 }],
      start: { kind: 'kitchens', state: 's1' },
    },
  },
]

function create(collection: CollectionName, id: string, values: JsonObject): Deed {
  return { command: 'createRecord', args: { collection, id, values } }
}

const order = fc.oneof({ weight: 3, arbitrary: fc.constant(KNOWN_ORDER) }, fc.constantFrom(...ORDERS))
const kind = fc.constantFrom(...KINDS)
const state = fc.constantFrom(...STATES, COMPLETED)
const nth = fc.nat({ max: 9 })
const lineFields = patchOf(orders.lists.lines.fields)

/** The state, and what «Завершен» asks for; now and then not what it should be. */
const request = fc.record(
  {
    kind,
    state,
    completion: fc.constantFrom('success' as const, 'cancelled' as const),
    reason: fc.constantFrom('late', 'other'),
    comment: fc.constant('because'),
  },
  { requiredKeys: ['state'], noNullPrototype: true },
)
const rightRequest = request.map(({ completion, reason, ...rest }) =>
  rest.state === COMPLETED ? { ...rest, completion: completion ?? 'success', reason: reason ?? 'late' } : rest,
)
const asked = fc.oneof({ weight: 4, arbitrary: rightRequest }, { weight: 1, arbitrary: request })

const anyRecord: Arbitrary<RecordOf> = fc
  .constantFrom(...(Object.keys(IDS) as Drawn[]))
  .chain((collection) => fc.constantFrom(...IDS[collection]).map((id) => ({ collection, id })))
/** Mostly one of a few records, so that devices meet. */
const recordOf = fc.oneof(
  { weight: 2, arbitrary: fc.constant<RecordOf>({ collection: 'customers', id: KNOWN_CUSTOMER }) },
  { weight: 2, arbitrary: fc.constant<RecordOf>({ collection: 'orders', id: KNOWN_ORDER }) },
  { weight: 2, arbitrary: fc.constant<RecordOf>({ collection: 'kinds', id: 'kitchens' }) },
  { weight: 3, arbitrary: anyRecord },
)

const createRecord = recordOf.chain((of) =>
  draftOf(COLLECTIONS[of.collection]).map((values): Deed => ({ command: 'createRecord', args: { ...of, values } })),
)
const setRecord = recordOf.chain((of) =>
  patchOf(COLLECTIONS[of.collection].fields).map((values): Deed => ({ command: 'setRecord', args: { ...of, values } })),
)
const writePath = recordOf.chain((of) =>
  pathOf(COLLECTIONS[of.collection]).map((write): Deed => ({ command: 'bringBack', args: { ...of, ...write } })),
)
const removal = fc
  .tuple(recordOf, fc.constantFrom('removeRecord' as const, 'restoreRecord' as const))
  .map(([args, command]): Deed => ({ command, args }))

/** One of a few paths of one of a few records. */
const meeting = fc
  .record({
    of: fc.constantFrom<RecordOf>(
      { collection: 'customers', id: KNOWN_CUSTOMER },
      { collection: 'orders', id: KNOWN_ORDER },
    ),
    path: fc.constantFrom('note', 'responsible'),
    value: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
  })
  .map(({ of, path, value }): Deed => ({ command: 'setRecord', args: { ...of, values: { [path]: value } } }))

/** A record from outside that every device may take in. */
const takenIn = fc
  .record(
    { name: fc.constantFrom('a', 'b'), note: fc.constantFrom('c', 'd') },
    { requiredKeys: ['name'], noNullPrototype: true },
  )
  .map((values) => create('customers', NEW_CUSTOMER, values))

/** Fields of which the last may not stand: nothing of it is written (SPEC R13). */
const wrong = recordOf.chain((of) => {
  const { fields } = COLLECTIONS[of.collection]
  const [name = '', field] = Object.entries(fields).findLast(([, one]) => !one.server) ?? []
  const value = field ? refusedBy(field) : fc.constant(null)
  return fc.tuple(patchOf(fields), value).map(
    ([{ [name]: _, ...values }, last]): Deed => ({
      command: 'setRecord',
      args: { ...of, values: { ...values, [name]: last } },
    }),
  )
})

const createOrder = fc
  .record({
    id: order,
    fields: patchOf(orders.fields),
    lines: fc.array(lineFields, { maxLength: 2 }),
    start: asked,
    kind,
  })
  .map(({ id, fields, lines, start, kind }): Deed => {
    const args = { id, fields: { ...fields, sort: 'work' as const }, lines, start: { ...start, kind } }
    return { command: 'createOrder', args }
  })
const orderDeed = fc.oneof(
  fc.record({ id: order, fields: patchOf(orders.fields) }).map((args): Deed => ({ command: 'setOrder', args })),
  fc.record({ id: order, posted: fc.boolean() }).map((args): Deed => ({ command: 'postOrder', args })),
  fc.record({ id: order, fields: lineFields }).map((args): Deed => ({ command: 'addLine', args })),
  fc.tuple(order, asked).map(([id, to]): Deed => ({ command: 'moveOrder', args: { id, ...to } })),
  fc.tuple(order, asked).map(([id, to]): Deed => ({ command: 'moveOrder', args: { id, ...to } })),
  fc.tuple(fc.subarray(ORDERS), asked).map(
    ([ids, to]): Deed => ({
      command: 'changeRecords',
      args: { collection: 'orders', ids, change: { what: 'move', ...to } },
    }),
  ),
  fc
    .record({ id: order, to: asked, kind, responsible: fc.constantFrom(null, 'a'), above: fc.constantFrom(null, 'a1') })
    .map(({ id, to, kind, responsible, above }): Deed => {
      const between = { above, below: null, tied: [] }
      return { command: 'moveCard', args: { id, seen: null, to: { ...to, kind }, responsible, between } }
    }),
)

const kindDeed = fc.oneof(
  fc
    .tuple(fc.constantFrom('addState' as const, 'removeState' as const), kind, state)
    .map(([command, id, state]): Deed => ({ command, args: { id, state } })),
  kind.map((id): Deed => ({ command: 'addStates', args: { id, states: STATES } })),
  fc
    .record({ id: kind, state, by: fc.constantFrom(-1 as const, 1 as const) })
    .map((args): Deed => ({ command: 'shiftState', args })),
)

const deed = fc
  .oneof(
    createRecord,
    takenIn,
    setRecord,
    wrong,
    writePath,
    removal,
    createOrder,
    orderDeed,
    orderDeed,
    kindDeed,
    meeting,
    meeting,
    meeting,
  )
  .map((one): Want => ({ what: 'deed', deed: one }))

/** What a device may be asked to do. */
export const want: Arbitrary<Want> = fc.oneof(
  { weight: 12, arbitrary: deed },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('line' as const), id: order, nth, fields: fc.option(lineFields) }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('undo-move' as const), id: order, nth }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('decide' as const), of: recordOf, nth, back: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('undo' as const), nth: fc.nat({ max: 3 }) }) },
)
