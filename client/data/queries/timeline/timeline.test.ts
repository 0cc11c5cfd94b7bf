import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import { Sheaf } from '../../../../shared/columns/sheaf.ts'
import type { CommandArgs, CommandName } from '../../../../shared/commands.ts'
import { ORDER, OTHER, shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import type { Collection, Row } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../directory.ts'
import type { AnyRow } from '../standing-rows.ts'
import { entriesOf, IN_TIMELINE } from './entries.ts'
import { LiveTimeline } from './live-timeline.ts'
import type { TimelineAnswer, TimelineQuery } from './query.ts'

const idOf = (name: string) => derivedId('common', START, 'test', name)
const [ASSOL, GREY] = [idOf('assol'), idOf('grey')]
const HOUR = 3_600_000
const NOW = START + 100 * HOUR

/** A shop whose changes reach a directory. */
function stage() {
  const shop = shopWithOrder()
  const directory = new Directory(null, () => NOW)
  const take = (written: readonly { readonly collection: string; readonly id: string }[]) =>
    directory.take(
      written.map(({ collection: name, id }) => {
        const collection = COLLECTIONS[name as CollectionName] as Collection
        return { collection, id, before: null, after: shop.row(collection, id), origin: 'test' }
      }),
    )
  const run = <N extends CommandName>(name: N, args: CommandArgs<N>) => take(shop.do(name, args))
  take([{ collection: 'orders', id: ORDER }])
  for (const id of [ASSOL, GREY]) run('createRecord', { collection: 'customers', id, values: { name: id } })
  return { shop, directory, run }
}

const ask = (about: string, more: Partial<TimelineQuery> = {}): TimelineQuery => ({
  ...{ what: 'timeline', about, kinds: null, from: 0, to: 1_000 },
  ...more,
})
const idsIn = ({ ahead, rows }: TimelineAnswer) => [...ahead.toReversed(), ...rows].map(({ id }) => id)

/** What belongs to a customer or an order, by looking at every record there is. */
function plainScan(directory: Directory, about: string): string[] {
  const [name, id = ''] = about.split('/')
  const end = (one: unknown) => directory.customer(typeof one === 'string' ? one : null)
  const all = IN_TIMELINE.flatMap((collection) =>
    [...directory.rows(collection).values()].map((row) => ({ collection, row })),
  )
  const isOrder = (order: unknown): boolean =>
    name === 'orders' ? order === id : typeof order === 'string' && end(directory.order(order)?.customer) === end(id)
  const isOrderOf = (row: AnyRow) => isOrder(row.id)
  const isMeant = (text: unknown): boolean => {
    const [to, one] = String(text ?? '').split('/')
    return to === 'orders' ? isOrder(one) : to === 'customers' && name === 'customers' && end(one) === end(id)
  }
  const isCustomer = (row: AnyRow) =>
    name === 'customers' && row.customer !== null && row.customer !== undefined && end(row.customer) === end(id)
  const days = {
    dayStart: (day: string) => directory.dayStart(day),
    dayOf: (at: number) => new Date(at).toISOString().slice(0, 10),
  }
  const entries = all.flatMap(({ collection, row }) => {
    if (collection === 'orders' && isOrderOf(row)) return entriesOf(collection, row, days)
    const isOf = isCustomer(row) || isOrder(row.order) || isMeant(row.basis) || isMeant(row.about)
    return isOf ? entriesOf(collection, row, days, false) : []
  })
  return entries.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).map((one) => one.id)
}

const ref = fc.constantFrom(
  `orders/${ORDER}`,
  `orders/${OTHER}`,
  `customers/${ASSOL}`,
  `customers/${GREY}`,
  'letters/x',
  null,
)
const customer = fc.constantFrom(ASSOL, GREY, null)
const at = fc.integer({ min: 0, max: 200 }).map((hours) => START + hours * HOUR)
const name = fc.constantFrom('one', 'two', 'three')
const deed = fc.oneof(
  fc.record({ what: fc.constant('event' as const), name, customer, ref, at }),
  fc.record({ what: fc.constant('job' as const), name, customer, order: fc.constantFrom(ORDER, OTHER, null), ref }),
  fc.record({ what: fc.constant('comment' as const), name, ref }),
  fc.record({ what: fc.constant('order' as const), customer, pays: fc.boolean() }),
  fc.record({ what: fc.constant('gone' as const), name, isBack: fc.boolean() }),
  fc.record({ what: fc.constant('merged' as const), into: fc.constantFrom(ASSOL, null) }),
)
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

function act({ run, shop }: ReturnType<typeof stage>, one: Deed): ReturnType<typeof run> {
  const made = (collection: 'events' | 'jobs' | 'comments', key: string, values: object) => {
    const id = idOf(`${collection} ${key}`)
    run('createRecord', { collection, id, values: {} })
    return run('setRecord', { collection, id, values: { ...values } as never })
  }
  if (one.what === 'event') return made('events', one.name, { customer: one.customer, basis: one.ref, start: one.at })
  if (one.what === 'job') return made('jobs', one.name, { customer: one.customer, order: one.order, basis: one.ref })
  if (one.what === 'comment') return made('comments', one.name, { about: one.ref ?? 'letters/x' })
  if (one.what === 'merged')
    return run('setRecord', { collection: 'customers', id: GREY, values: { mergedInto: one.into } })
  if (one.what === 'gone') {
    const id = idOf(`events ${one.name}`)
    run('createRecord', { collection: 'events', id, values: {} })
    return run(one.isBack ? 'restoreRecord' : 'removeRecord', { collection: 'events', id })
  }
  if (!shop.order().posted) run('postOrder', { id: ORDER, posted: true })
  if (one.pays) return run('takePayment', { id: ORDER, date: '2026-11-20', way: 'cash', sum: 1 })
  return run('setOrder', { id: ORDER, fields: { customer: one.customer } })
}

test.each([`customers/${ASSOL}`, `customers/${GREY}`, `orders/${ORDER}`])(
  'kept as records change, it is what a plain look at all of them finds: %s',
  (about) => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 14 }), (deeds) => {
        const set = stage()
        const live = new LiveTimeline(set.directory, ask(about))
        live.answer()
        for (const one of deeds) {
          live.take(act(set, one))
          expect(idsIn(live.answer())).toEqual(plainScan(set.directory, about))
          expect(idsIn(new LiveTimeline(set.directory, ask(about)).answer())).toEqual(idsIn(live.answer()))
        }
      }),
      { numRuns: 60 },
    )
  },
)

test('what stands from columns is found as what is open', () => {
  const set = stage()
  act(set, { what: 'event', name: 'one', customer: ASSOL, ref: null, at: START })
  act(set, { what: 'comment', name: 'one', ref: `customers/${ASSOL}` })
  const open = idsIn(new LiveTimeline(set.directory, ask(`customers/${ASSOL}`)).answer())
  const closed = new Directory(null, () => NOW)
  const sheaves = IN_TIMELINE.map((collection) =>
    Sheaf.of(COLLECTIONS[collection] as Collection, [...set.directory.rows(collection).values()] as Row<Collection>[]),
  )
  closed.stand({ sheaves, funnel: null } as never, true)
  expect(open).toHaveLength(2)
  expect(idsIn(new LiveTimeline(closed, ask(`customers/${ASSOL}`)).answer())).toEqual(open)
})

test('what is to come stands apart, the nearest first; the rest by kinds and in part', () => {
  const set = stage()
  const call = (key: string, hours: number) =>
    act(set, { what: 'event', name: key as 'one', customer: ASSOL, ref: null, at: START + hours * HOUR })
  call('one', 130)
  call('two', 120)
  call('three', 1)
  act(set, { what: 'comment', name: 'one', ref: `customers/${ASSOL}` })
  const about = `customers/${ASSOL}`
  const answer = new LiveTimeline(set.directory, ask(about)).answer()
  expect(answer.ahead.map(({ at: when }) => (when - START) / HOUR)).toEqual([120, 130])
  expect(answer.counts).toEqual({ event: 3, comment: 1 })
  const events = new LiveTimeline(set.directory, ask(about, { kinds: ['event'] })).answer()
  expect([events.length, events.rows.length]).toEqual([1, 1])
  expect(new LiveTimeline(set.directory, ask(about, { from: 1, to: 2 })).answer().rows).toHaveLength(1)
})

test('whose device wrote what may be known later than what was written', () => {
  const set = stage()
  const live = new LiveTimeline(set.directory, ask(`customers/${ASSOL}`))
  live.answer()
  expect(live.take(new Map([['devices', new Set(['device'])]]))).toBe(true)
})

test('FT8: what is of a feature that is off is not told of, nor offered as a kind', () => {
  const set = stage()
  act(set, { what: 'event', name: 'one', customer: ASSOL, ref: null, at: START })
  act(set, { what: 'job', name: 'one', customer: ASSOL, order: null, ref: null })
  const live = new LiveTimeline(set.directory, ask(`customers/${ASSOL}`))
  expect(live.answer().counts).toEqual({ event: 1, job: 1 })
  live.ask(ask(`customers/${ASSOL}`, { without: ['jobs', 'orders/work'] }))
  expect(live.answer()).toMatchObject({ counts: { event: 1 }, length: 1 })
  live.ask(ask(`customers/${ASSOL}`))
  expect(live.answer().counts).toEqual({ event: 1, job: 1 })
})

test('a record of others leaves it untouched', () => {
  const set = stage()
  const live = new LiveTimeline(set.directory, ask(`customers/${ASSOL}`))
  live.answer()
  expect(live.take(act(set, { what: 'event', name: 'one', customer: GREY, ref: null, at: START }))).toBe(false)
  expect(live.take(act(set, { what: 'event', name: 'two', customer: ASSOL, ref: null, at: START }))).toBe(true)
})

test('a call stands in the timeline of its customer, until it is told as its event', () => {
  const { directory, run } = stage()
  const call = idOf('call')
  run('createRecord', { collection: 'calls', id: call, values: { direction: 'in', customer: ASSOL, rang: NOW - HOUR } })
  const shown = () =>
    new LiveTimeline(directory, ask(`customers/${ASSOL}`)).answer().rows.map(({ kind, at }) => [kind, at])
  expect(shown()).toEqual([['call', NOW - HOUR]])
  run('makeCallEvent', { id: call, subject: 'Звонок' })
  expect(shown()).toEqual([['event', NOW - HOUR]])
})
