import { expect, test } from 'vitest'
import { asideId } from '../../../../../shared/calls/acts/taking.ts'
import { COLLECTIONS, type CollectionName } from '../../../../../shared/collections.ts'
import { ORDER, Shop, shopWithOrder } from '../../../../../shared/orders/testing/shop.ts'
import type { Collection, Row } from '../../../../../shared/records/declarations/collection.ts'
import type { JsonObject } from '../../../../../shared/records/declarations/value.ts'
import { derivedId } from '../../../../../shared/records/keys/id.ts'
import { START } from '../../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../../directory.ts'
import { LiveCallWindows } from './live-windows.ts'
import { KnownNumbers } from './numbers.ts'
import { unknownCalls } from './unknown-calls.ts'

const idOf = (name: string) => derivedId('common', START, 'test', name)
const [CALL, OTHER, ASSOL, GREY, EVENT] = ['call', 'other', 'assol', 'grey', 'event'].map(idOf) as [
  string,
  string,
  string,
  string,
  string,
]
const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000]
const NUMBER = '+79161234567'
const RINGS = { direction: 'in', state: 'ringing', number: NUMBER, phone: 'mine', rang: START }
const PEOPLE = { sedova: 'manager', orlov: 'manager', guest: 'viewer' }

/** The desk of a person whose account is `u_<person>`; phones are hers, another's and the office's. */
function stage(me: keyof typeof PEOPLE = 'sedova') {
  const time = { now: START }
  const [shop, server] = [shopWithOrder(), new Shop('server')]
  const directory = new Directory(me, () => time.now)
  const numbers = new KnownNumbers(directory)
  let live = new LiveCallWindows(directory, numbers, `u_${me}`)
  const read = (name: CollectionName, id: string, of = shop) => {
    const collection: Collection = COLLECTIONS[name]
    const changed = directory.take([{ collection, id, before: null, after: of.row(collection, id), origin: null }])
    numbers.take(changed)
    return live.take(changed)
  }
  const put = (name: CollectionName, id: string, values: JsonObject, of = shop) => {
    of.do('createRecord', { collection: name, id, values })
    return read(name, id, of)
  }
  const set = (name: CollectionName, id: string, values: JsonObject) => {
    shop.do('setRecord', { collection: name, id, values })
    return read(name, id)
  }
  for (const [id, role] of Object.entries(PEOPLE)) put('people', id, { name: id, role, user: `u_${id}` }, server)
  for (const [id, owner] of Object.entries({ mine: 'u_sedova', theirs: 'u_orlov', office: null }))
    put('phones', id, { name: id, way: 'program', owner }, server)
  return {
    ...{ shop, time, put, set, read, directory },
    windows: () => live.answer().windows,
    shown: () => live.answer().windows.map(({ id }) => id),
    /** As a reload does. */
    restart: () => {
      live = new LiveCallWindows(directory, new KnownNumbers(directory), `u_${me}`)
    },
  }
}

test('CD7: a phone rings for whose it is, a line for all who work, and neither once somebody else has answered or taken it', () => {
  const desks = { sedova: stage('sedova'), orlov: stage('orlov'), guest: stage('guest') }
  const whose = (values: JsonObject) => {
    const id = idOf(JSON.stringify(values))
    return Object.entries(desks).flatMap(([me, desk]) => {
      desk.put('calls', id, { ...RINGS, ...values })
      return desk.shown().includes(id) ? [me] : []
    })
  }
  expect(whose({ phone: 'mine' })).toEqual(['sedova'])
  expect(whose({ phone: 'theirs' })).toEqual(['orlov'])
  expect(whose({ phone: 'office' })).toEqual(['sedova', 'orlov'])
  expect(whose({ phone: 'unknown' })).toEqual([])
  expect(whose({ phone: 'office', state: 'talking', responsible: 'orlov' })).toEqual(['orlov'])
  expect(whose({ phone: 'office', takenBy: 'sedova' })).toEqual(['sedova'])
  expect(whose({ phone: 'theirs', direction: 'out', asked: START, responsible: 'sedova' })).toEqual(['sedova'])
})

test('CD7: a window stands after a reload, goes with what happens, and when it was put aside', () => {
  const desk = stage()
  expect(desk.put('calls', CALL, RINGS)).toBe(true)
  desk.restart()
  expect(desk.shown()).toEqual([CALL])
  desk.put('calls', OTHER, { ...RINGS, rang: START + SECOND })
  expect(desk.shown(), 'the newest first').toEqual([OTHER, CALL])
  desk.shop.do('putCallAside', { id: asideId('u_sedova', CALL) })
  expect(desk.read('callsAside', asideId('u_sedova', CALL))).toBe(true)
  expect(desk.shown()).toEqual([OTHER])
  expect(desk.set('calls', OTHER, { state: 'missed', ended: START + MINUTE })).toBe(true)
  expect(desk.shown()).toEqual([])
})

test('CD7: a call whose id bears the beginning of its day has a window all day', () => {
  const desk = stage()
  desk.time.now = START + 23 * HOUR
  desk.put('calls', CALL, { ...RINGS, rang: desk.time.now })
  expect(desk.shown()).toEqual([CALL])
})

test.each([
  ['ringing', 3 * MINUTE],
  ['talking', 4 * HOUR],
])('CD8: a call whose end nobody reports loses its window: %s', (state, stands) => {
  const desk = stage()
  desk.put('calls', CALL, { ...RINGS, state, ...(state === 'talking' && { answered: START }) })
  desk.time.now = START + stands
  expect(desk.shown()).toEqual([CALL])
  desk.time.now += SECOND
  expect(desk.shown()).toEqual([])
})

test('CD8: what was taken up here stands for ten minutes after its end; what was asked for tells its failure', () => {
  const desk = stage()
  desk.put('calls', CALL, {
    ...RINGS,
    state: 'ended',
    answered: START,
    ended: START + MINUTE,
    takenBy: 'sedova',
    taken: START,
  })
  desk.put('calls', OTHER, { direction: 'out', state: 'failed', failure: 'busy', asked: START, responsible: 'sedova' })
  expect(desk.windows()).toMatchObject([
    { id: CALL, talked: MINUTE, since: START + MINUTE },
    { id: OTHER, failure: 'busy' },
  ])
  desk.time.now = START + 11 * MINUTE + SECOND
  expect(desk.shown()).toEqual([])
})

test('CD8: what was taken up and then missed stands until it is put aside, ten minutes at most', () => {
  const desk = stage()
  const missed = { ...RINGS, state: 'missed', ended: START + MINUTE }
  desk.put('calls', CALL, { ...missed, takenBy: 'sedova', taken: START })
  desk.put('calls', OTHER, missed)
  desk.time.now = START + 10 * MINUTE
  expect(desk.shown()).toEqual([CALL])
  desk.time.now = START + 11 * MINUTE + SECOND
  expect(desk.shown()).toEqual([])
})

test('CD9: all who have the number are told, with debts, last orders and what is next; none of a number that nobody has', () => {
  const desk = stage()
  desk.put('calls', CALL, RINGS)
  expect(desk.windows()).toMatchObject([{ spaced: '+7 916 123 45 67', callers: [], isBound: false }])
  const anna = { contacts: { anna: { name: 'Анна', post: 'директор' } } }
  desk.put('customers', ASSOL, {
    name: 'Ассоль',
    phones: { a: { contact: 'anna', number: '8 916 123-45-67' } },
    ...anna,
  })
  desk.put('customers', GREY, { name: 'Грэй', phone: NUMBER })
  desk.shop.do('setOrder', { id: ORDER, fields: { customer: ASSOL } })
  desk.shop.do('postOrder', { id: ORDER, posted: true })
  desk.shop.do('ship', { id: ORDER, date: '2026-11-15' })
  expect(desk.read('orders', ORDER)).toBe(true)
  const planned = { kind: 'call', subject: 'Перезвонить', state: 'planned', start: START + HOUR }
  expect(desk.put('events', EVENT, { ...planned, customer: ASSOL })).toBe(true)
  expect(desk.windows()[0]?.callers).toMatchObject([
    {
      ...{ id: ASSOL, name: 'Ассоль', contact: { name: 'Анна', post: 'директор' } },
      ...{ debts: [{ toUs: 1000, sold: 1000 }], orders: [{ id: ORDER }], next: { subject: 'Перезвонить' } },
      ...{ open: [{ id: ORDER }], likely: ORDER },
    },
    { id: GREY, contact: null, orders: [], open: [], likely: null, next: null },
  ])
  desk.shop.do('bindCalls', { ids: [CALL], customer: GREY, contact: null })
  desk.read('calls', CALL)
  expect(
    desk.windows()[0]?.callers.map(({ id }) => id),
    'whom somebody has chosen is first',
  ).toEqual([GREY, ASSOL])
  desk.shop.do('mergeCustomers', { ids: [GREY], into: ASSOL })
  desk.read('customers', GREY)
  expect(
    desk.windows()[0]?.callers.map(({ id }) => id),
    'merged, they are one',
  ).toEqual([ASSOL])
})

test('CD5: a number that is not handled shows no window, from when it is put into the list; withheld ones do', () => {
  const desk = stage()
  desk.put('calls', CALL, RINGS)
  desk.put('calls', OTHER, { ...RINGS, number: null })
  expect(desk.put('ignoredNumbers', 'bank', { number: '8 916 *' })).toBe(true)
  expect(desk.shown()).toEqual([OTHER])
  desk.set('ignoredNumbers', 'bank', { number: '8 917 *' })
  expect(desk.shown()).toHaveLength(2)
})

test('CD13: other calls of a number that are nobody’s are found', () => {
  const desk = stage()
  desk.put('calls', CALL, RINGS)
  desk.put('calls', OTHER, { ...RINGS, customer: ASSOL })
  desk.put('calls', idOf('third'), { ...RINGS, number: '+79161234568' })
  expect(unknownCalls(desk.directory, { what: 'unknownCalls', number: NUMBER }).ids).toEqual([CALL])
})

test('CD7: of ten thousand customers a first call names the one who has the number', () => {
  const desk = stage()
  const customers = COLLECTIONS.customers
  desk.put('customers', ASSOL, { name: 'Ассоль', phone: NUMBER })
  const after = desk.shop.row(customers, ASSOL)
  const changes = Array.from({ length: 10_000 }, (_, n) => {
    const [id, phone] = [idOf(`customer ${n}`), `+7916${String(2_000_000 + n)}`]
    // A row is read by the declaration of its own collection.
    const row = { ...after, id, phone } as unknown as Row<Collection>
    return { collection: customers as Collection, id, before: null, after: row, origin: null }
  })
  desk.directory.take(changes)
  desk.put('calls', CALL, RINGS)
  desk.restart()
  expect(desk.windows()[0]?.callers).toHaveLength(1)
})
