import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarRecords } from '../calendar/collections.ts'
import type { CollectionName } from '../collections.ts'
import { COLLECTIONS } from '../collections.ts'
import { comments } from '../discussion/collections.ts'
import { events } from '../events/collections.ts'
import { jobs } from '../jobs/collections.ts'
import { ORDER, Shop, shopWithOrder } from '../orders/testing/shop.ts'
import type { Collection } from '../records/declarations/collection.ts'
import type { JsonObject } from '../records/declarations/value.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { exchange } from '../records/simulation/world/desk.ts'
import { seenNotices } from './collections.ts'
import { chosen, isTold, NOTICE_KINDS, NOTICE_WAYS } from './kinds.ts'
import type { Notice, Noticed, NoticeLook } from './notice.ts'
import { noticesOf } from './notices-of.ts'
import { markOf, seenId } from './seen.ts'

const DAY = 86_400_000
const idOf = (name: string) => derivedId('common', START, 'test', name)
const [JOB, EVENT, RECORD, SAID] = [idOf('job'), idOf('event'), idOf('record'), idOf('said')]

/** Who looks from a shop, where its devices are held by `person-<name>`, but for the server's. */
function lookFrom(shop: Shop, me: string, today = START): NoticeLook {
  const rowIn = (about: string) => {
    const [collection = '', id = ''] = about.split('/')
    return shop.row(COLLECTIONS[collection as CollectionName] as Collection, id) as unknown as JsonObject
  }
  return {
    me,
    holderOf: (replica) => (replica === 'server' ? null : `person-${replica}`),
    concerns: (about) => rowIn(about).responsible === me || rowIn(about).performer === me,
    hasSaid: () => false,
    authorOf: (comment) => `person-${shop.row(comments, comment).madeBy}`,
    today,
    dayAfter: (date) => Date.parse(date) + DAY,
  }
}

function told(shop: Shop, collection: Collection, id: string, me: string, today?: number): Notice[] {
  return noticesOf(collection.name as Noticed, shop.row(collection, id) as never, lookFrom(shop, me, today))
}

const kinds = (notices: readonly Notice[]) => notices.map(({ kind, by, more }) => [kind, by, more])

function two() {
  const [a, b] = [shopWithOrder('A'), new Shop('B')]
  exchange(a, b)
  return { a, b, share: () => exchange(a, b) }
}

describe('O2: what is told', () => {
  test('an order that was given to one, and its moves by others since then', () => {
    const { a, b, share } = two()
    a.do('moveOrder', { id: ORDER, state: 'measured' })
    a.do('setOrder', { id: ORDER, fields: { responsible: 'person-B' } })
    a.do('moveOrder', { id: ORDER, state: 'made' })
    share()
    b.do('moveOrder', { id: ORDER, state: 'measured' })
    a.do('postOrder', { id: ORDER, posted: true })
    share()
    a.do('moveOrder', { id: ORDER, state: 'completed', completion: 'success' })
    a.do('moveOrder', { id: ORDER, state: 'made', comment: 'Не все' })
    const notices = told(a, COLLECTIONS.orders, ORDER, 'person-B').sort((x, y) => x.at - y.at)
    expect(kinds(notices)).toEqual([
      ['given', 'person-A', null],
      ['moved', 'person-A', 'made'],
      ['moved', 'person-A', 'success'],
      ['moved', 'person-A', 'reopened'],
    ])
    expect(told(a, COLLECTIONS.orders, ORDER, 'person-A')).toEqual([])
  })

  test('a job that was given to one, that it is overdue, and to who gave it that it is done', () => {
    const { a, b, share } = two()
    const values = { subject: 'Замер', performer: 'person-B', state: 'todo', due: '2026-11-15' }
    a.do('createRecord', { collection: 'jobs', id: JOB, values })
    share()
    expect(kinds(told(b, jobs, JOB, 'person-B'))).toEqual([['given', 'person-A', null]])
    const late = told(b, jobs, JOB, 'person-B', Date.parse('2026-11-16'))
    expect(kinds(late)).toEqual([
      ['given', 'person-A', null],
      ['overdue', null, '2026-11-15'],
    ])
    b.do('setRecord', { collection: 'jobs', id: JOB, values: { state: 'done' } })
    share()
    expect(kinds(told(a, jobs, JOB, 'person-A'))).toEqual([['done', 'person-B', null]])
    expect(kinds(told(a, jobs, JOB, 'person-B', Date.parse('2026-11-16')))).toEqual([['given', 'person-A', null]])
  })

  test('an event that one is to take part in, and what was answered to one’s own invitation', () => {
    const { a, b, share } = two()
    const participants = { e1: { person: 'person-B' } }
    const times = { start: START, end: START + DAY / 24 }
    const values = { subject: 'Встреча', responsible: 'person-A', participants, ...times }
    a.do('createRecord', { collection: 'events', id: EVENT, values: { ...values, kind: 'meeting' } })
    a.do('createRecord', { collection: 'calendarRecords', id: RECORD, values })
    share()
    for (const [collection, id] of [
      [events, EVENT],
      [calendarRecords, RECORD],
    ] as const) {
      expect(kinds(told(b, collection as unknown as Collection, id, 'person-B'))).toEqual([['given', 'person-A', null]])
      expect(told(b, collection as unknown as Collection, id, 'person-A')).toEqual([])
    }
    b.run((tx) => tx.setEntry(calendarRecords, RECORD, 'participants', 'e1', { answer: 'accepted' }))
    share()
    expect(kinds(told(a, calendarRecords, RECORD, 'person-A'))).toEqual([['answered', 'person-B', 'accepted ']])
  })

  test('nobody of his own deeds, nor of what no person did', () => {
    const server = new Shop('server')
    server.do('createRecord', { collection: 'jobs', id: JOB, values: { subject: 'Замер', performer: 'person-A' } })
    expect(told(server, jobs, JOB, 'person-A')).toEqual([])
    const own = new Shop('A')
    own.do('createRecord', { collection: 'jobs', id: JOB, values: { subject: 'Замер', performer: 'person-A' } })
    expect(told(own, jobs, JOB, 'person-A')).toEqual([])
  })
})

test('O3: who is named is told that once; who answers for it, that something was said', () => {
  const { a, b, share } = two()
  a.do('setOrder', { id: ORDER, fields: { responsible: 'person-B' } })
  a.do('addComment', { id: SAID, about: `orders/${ORDER}`, text: 'Спроси <@person-B>' })
  share()
  expect(kinds(told(b, comments, SAID, 'person-B'))).toEqual([['mention', 'person-A', null]])
  a.do('editComment', { id: SAID, text: 'Спроси мастера' })
  share()
  expect(kinds(told(b, comments, SAID, 'person-B'))).toEqual([['comment', 'person-A', null]])
  expect(told(b, comments, SAID, 'person-A')).toEqual([])
  a.do('removeComment', { id: SAID })
  expect(told(a, comments, SAID, 'person-B')).toEqual([])
})

test('O8: whoever the site names for its orders is told of each, by nobody’s deed; given on, the next is told by whom', () => {
  const [a, b] = [shopWithOrder('A'), new Shop('B')]
  const [first] = [idOf('from-site')]
  a.do('createOrder', {
    ...{ id: first, fields: { sort: 'customer', visitor: 'token', responsible: 'person-A' }, lines: [] },
    start: { kind: 'kitchens', state: 'new' },
  })
  expect(kinds(told(a, COLLECTIONS.orders, first, 'person-A'))).toEqual([['site', null, null]])
  exchange(a, b)
  b.do('setOrder', { id: first, fields: { responsible: 'person-A' } })
  a.do('setOrder', { id: first, fields: { responsible: 'person-B' } })
  exchange(a, b)
  expect(kinds(told(b, COLLECTIONS.orders, first, 'person-B'))).toEqual([['given', 'person-A', null]])
})

test('O1: the same notices, by the same ids, whatever came first', () => {
  const { a, b, share } = two()
  b.do('setOrder', { id: ORDER, fields: { responsible: 'person-B' } })
  a.do('setOrder', { id: ORDER, fields: { responsible: 'person-B' } })
  a.do('moveOrder', { id: ORDER, state: 'measured' })
  share()
  const ids = (shop: Shop) => told(shop, COLLECTIONS.orders, ORDER, 'person-B').map(({ id }) => id)
  expect(ids(a)).toEqual(ids(b))
  expect(new Set(ids(a)).size).toBe(ids(a).length)
})

test('O5: devices that mark apart both count; an undo takes its own marks back alone', () => {
  const [phone, desk] = [new Shop('A'), new Shop('B')]
  const id = seenId('anna', START)
  const act = phone.do('markSeen', { id, marks: [markOf('one')] })
  desk.do('markSeen', { id, marks: [markOf('two')] })
  exchange(phone, desk)
  const seen = (shop: Shop) =>
    shop
      .row(seenNotices, id)
      .marks.flatMap((mark) => mark.seen)
      .sort()
  expect(seen(phone)).toEqual([markOf('one'), markOf('two')].sort())
  phone.do('undoAct', { act })
  exchange(phone, desk)
  for (const shop of [phone, desk]) expect(seen(shop)).toEqual([markOf('two')])
})

test('O6: every kind is told by every way but by mail, until one chooses otherwise and back again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NOTICE_KINDS), fc.constantFrom(...NOTICE_WAYS), fc.boolean(), (kind, way, isOn) => {
      expect(isTold([], kind, way)).toBe(way !== 'mail')
      const choices = chosen([], kind, way, isOn)
      expect(isTold(choices, kind, way)).toBe(isOn)
      const others = NOTICE_KINDS.filter((one) => one !== kind)
      for (const one of others) expect(isTold(choices, one, way)).toBe(way !== 'mail')
      expect(chosen(choices, kind, way, way !== 'mail')).toEqual([])
    }),
  )
})
