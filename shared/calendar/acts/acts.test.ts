import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { Shop } from '../../orders/testing/shop.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { exchange } from '../../records/simulation/world/desk.ts'
import { localAt } from '../../time/days.ts'
import { calendarRecords } from '../collections.ts'
import { occurrencesOf } from '../slots/occurrences.ts'
import { timed, wholeDays } from '../slots/when.ts'
import type { Scope } from './change.ts'

const ZONE = 'Europe/Moscow'
const ID = derivedId('common', START, 'test', 'record')
const at = (local: string) => Date.parse(`${local}:00+03:00`)
const when = (start: string, end: string) => timed(at(start), at(end))

let shop: Shop
beforeEach(() => {
  shop = new Shop('A')
})

/** A weekly meeting on Tuesdays at ten, from 3 November. */
function meeting(values: JsonObject = {}): void {
  const series = { start: at('2026-11-03T10:00'), end: at('2026-11-03T11:00'), zone: ZONE, repeat: 'FREQ=WEEKLY' }
  shop.do('createRecord', {
    collection: 'calendarRecords',
    id: ID,
    values: { subject: 'Планерка', ...series, ...values },
  })
}

function records(from: Shop = shop) {
  return [...from.device.documents()].flatMap((document) => [...document.records(calendarRecords).rows()])
}

/** Local starts of all records, with the minutes that they last and their names. */
function standing(to = '2026-12-01T00:00', from: Shop = shop): string[] {
  const span = { from: at('2026-10-01T00:00'), to: at(to), zone: ZONE }
  return records(from)
    .flatMap((record) => occurrencesOf(record, span))
    .map((slot) =>
      slot.day === null
        ? `${localAt(slot.start, ZONE).toString().slice(5)} ${(slot.end - slot.start) / 60_000} ${slot.subject}`
        : `${slot.day}..${slot.lastDay} ${slot.subject}`,
    )
    .sort()
}

const move = (original: string, scope: Scope, start: string, end: string) =>
  shop.do('moveSlot', { collection: 'calendarRecords', id: ID, original, scope, when: when(start, end) })

test('E21, E25: what a form gives is checked: end before start, no time, odd rules, zones', () => {
  const make = (values: JsonObject) =>
    shop.refusal('createRecord', { collection: 'calendarRecords', id: ID, values: { subject: 'Встреча', ...values } })
  expect(make({})).toBe('when-missing')
  expect(make({ start: 5, end: 4 })).toBe('end-before-start')
  expect(make({ start: 5, repeat: 'FREQ=SECONDLY' })).toBe('repeat-too-often')
  expect(make({ start: 5, zone: 'Москва' })).toBe('zone-unknown')
  meeting()
  const set = (values: JsonObject) => shop.refusal('setRecord', { collection: 'calendarRecords', id: ID, values })
  expect(set({ end: at('2026-11-03T09:00') })).toBe('end-before-start')
  expect(set({ start: null })).toBe('when-missing')
  expect(set({ repeat: 'каждый вторник' })).toBe('repeat-wrong')
  for (const collection of ['events', 'jobs'] as const) {
    const values = { subject: 'Звонок', start: 5, end: 4 }
    expect(
      shop.refusal('createRecord', { collection, id: derivedId('common', START, 'test', collection), values }),
    ).toBe('end-before-start')
  }
})

test('E31: one is moved, renamed, removed and restored alone', () => {
  meeting()
  move('2026-11-10T10:00', 'this', '2026-11-11T15:00', '2026-11-11T15:30')
  shop.do('changeOccurrence', { id: ID, original: '2026-11-17T10:00', scope: 'this', subject: 'Итоги' })
  shop.do('removeOccurrence', { id: ID, original: '2026-11-24T10:00', scope: 'this' })
  expect(standing()).toEqual(['11-03T10:00:00 60 Планерка', '11-11T15:00:00 30 Планерка', '11-17T10:00:00 60 Итоги'])
  for (const day of ['10', '17', '24']) shop.do('restoreOccurrence', { id: ID, original: `2026-11-${day}T10:00` })
  expect(standing()).toEqual([3, 10, 17, 24].map((day) => `11-${String(day).padStart(2, '0')}T10:00:00 60 Планерка`))
  // What was restored may differ anew, and has nothing of before.
  shop.do('removeOccurrence', { id: ID, original: '2026-11-10T10:00', scope: 'this' })
  shop.do('restoreOccurrence', { id: ID, original: '2026-11-10T10:00' })
  shop.do('changeOccurrence', { id: ID, original: '2026-11-10T10:00', scope: 'this', where: 'Зал' })
  expect(standing()[1]).toBe('11-10T10:00:00 60 Планерка')
})

test('E31: two devices change the same one apart: both read the same', () => {
  meeting()
  const other = new Shop('B')
  exchange(shop, other)
  shop.do('changeOccurrence', { id: ID, original: '2026-11-10T10:00', scope: 'this', subject: 'Итоги' })
  other.do('moveSlot', {
    collection: 'calendarRecords',
    id: ID,
    original: '2026-11-10T10:00',
    scope: 'this',
    when: when('2026-11-10T18:00', '2026-11-10T19:00'),
  })
  exchange(shop, other)
  expect(standing()).toEqual(standing('2026-12-01T00:00', other))
  expect(records()[0]?.exceptions).toHaveLength(1)
})

test('E27, E32: all move to another hour; one that was moved stays where it was moved to', () => {
  meeting()
  move('2026-11-10T10:00', 'this', '2026-11-11T15:00', '2026-11-11T16:00')
  move('2026-11-17T10:00', 'all', '2026-11-17T12:00', '2026-11-17T12:30')
  expect(standing()).toEqual([
    '11-03T12:00:00 30 Планерка',
    '11-11T15:00:00 60 Планерка',
    '11-17T12:00:00 30 Планерка',
    '11-24T12:00:00 30 Планерка',
  ])
})

test('E32: all move to another day: the rule, its end and what differs go along; the one that is taken differs no more', () => {
  meeting({ repeat: 'FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261119T070000Z' })
  move('2026-11-05T10:00', 'this', '2026-11-06T09:00', '2026-11-06T10:00')
  shop.do('removeOccurrence', { id: ID, original: '2026-11-12T10:00', scope: 'this' })
  move('2026-11-05T10:00', 'all', '2026-11-06T11:00', '2026-11-06T12:00')
  expect(standing()).toEqual(['04', '06', '11', '18', '20'].map((day) => `11-${day}T11:00:00 60 Планерка`))
  expect(records()[0]?.repeat).toBe('FREQ=WEEKLY;UNTIL=20261120T205959Z;BYDAY=WE,FR')
})

test.each([
  ['FREQ=MONTHLY;BYMONTHDAY=3', 'FREQ=MONTHLY;BYMONTHDAY=4'],
  ['FREQ=MONTHLY;BYDAY=1TU', 'FREQ=MONTHLY;BYDAY=1WE'],
  ['FREQ=YEARLY;BYMONTHDAY=3;BYMONTH=11', 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=4'],
  ['FREQ=DAILY;INTERVAL=2', 'FREQ=DAILY;INTERVAL=2'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2', null],
  ['FREQ=MONTHLY;BYMONTHDAY=3,17', null],
  ['FREQ=DAILY;BYHOUR=10,16', null],
])('E32: %s by a day', (repeat, moved) => {
  meeting({ repeat })
  const args = {
    collection: 'calendarRecords',
    id: ID,
    original: '2026-11-03T10:00',
    scope: 'all',
    when: when('2026-11-04T11:00', '2026-11-04T12:00'),
  } as const
  expect(shop.refusal('moveSlot', args)).toBe(moved === null ? 'repeat-not-moved' : null)
  expect(records()[0]?.repeat).toBe(moved ?? repeat)
})

test('E32: all become whole days, and times again', () => {
  meeting({ repeat: 'FREQ=WEEKLY;UNTIL=20261117T205959Z' })
  shop.do('changeOccurrence', {
    id: ID,
    original: '2026-11-10T10:00',
    scope: 'all',
    when: wholeDays('2026-11-10', '2026-11-11'),
  })
  expect(standing()).toEqual(
    ['03..2026-11-04', '10..2026-11-11', '17..2026-11-18'].map((days) => `2026-11-${days} Планерка`),
  )
  expect(records()[0]?.repeat).toBe('FREQ=WEEKLY;UNTIL=20261117')
  move('2026-11-10', 'all', '2026-11-10T09:00', '2026-11-10T10:00')
  expect(standing()).toEqual(['03', '10', '17'].map((day) => `11-${day}T09:00:00 60 Планерка`))
})

test('E33: this and those that follow become a record of their own, with what differs later and the rest of the count', () => {
  meeting({ repeat: 'FREQ=WEEKLY;COUNT=4', participants: { p: { person: 'boris', answer: 'accepted' } } })
  shop.do('changeOccurrence', { id: ID, original: '2026-11-24T10:00', scope: 'this', subject: 'Итоги' })
  move('2026-11-17T10:00', 'following', '2026-11-18T12:00', '2026-11-18T13:00')
  expect(standing()).toEqual([
    '11-03T10:00:00 60 Планерка',
    '11-10T10:00:00 60 Планерка',
    '11-18T12:00:00 60 Планерка',
    '11-25T12:00:00 60 Итоги',
  ])
  const later = records().find(({ id }) => id !== ID)
  expect(later).toMatchObject({
    repeat: 'FREQ=WEEKLY;COUNT=2',
    participants: [{ person: 'boris', answer: 'accepted' }],
  })
  expect(records().find(({ id }) => id === ID)?.repeat).toBe('FREQ=WEEKLY;UNTIL=20261110T205959Z')
})

test('E33: from the first one on it is all; removed from one on, the record ends before it', () => {
  meeting()
  move('2026-11-03T10:00', 'following', '2026-11-03T12:00', '2026-11-03T13:00')
  expect(records()).toHaveLength(1)
  shop.do('removeOccurrence', { id: ID, original: '2026-11-17T12:00', scope: 'following' })
  expect(standing()).toEqual(['11-03T12:00:00 60 Планерка', '11-10T12:00:00 60 Планерка'])
  shop.do('removeOccurrence', { id: ID, original: '2026-11-03T12:00', scope: 'following' })
  expect(standing()).toEqual([])
  expect(
    shop.refusal('changeOccurrence', { id: ID, original: '2026-11-17T12:00', scope: 'this', subject: 'Нет' }),
  ).toBe('occurrence-unknown')
})

test('E34: what others must hear of raises the number, words and answers do not; a sender’s number stays his', () => {
  const sequence = () => records()[0]?.sequence ?? 0
  meeting({ participants: { p: { person: 'boris' } } })
  shop.do('setRecord', { collection: 'calendarRecords', id: ID, values: { text: 'Повестка' } })
  shop.do('answerInvitation', { id: ID, participant: 'p', answer: 'declined' })
  expect(sequence()).toBe(0)
  shop.do('setRecord', { collection: 'calendarRecords', id: ID, values: { where: 'Зал' } })
  shop.do('removeOccurrence', { id: ID, original: '2026-11-10T10:00', scope: 'this' })
  expect(sequence()).toBe(2)
  shop.do('setRecord', { collection: 'calendarRecords', id: ID, values: { uid: 'a@outlook', sequence: 7 } })
  shop.do('setRecord', { collection: 'calendarRecords', id: ID, values: { where: 'Дома' } })
  expect(sequence()).toBe(7)
  expect(shop.refusal('answerInvitation', { id: ID, participant: 'nobody', answer: 'accepted' })).toBe(
    'invitation-not-yours',
  )
})

test('E35: a job is dragged to a time and to a day, an event to a time alone', () => {
  const [job, event] = ['job', 'event'].map((key) => derivedId('common', START, 'test', key)) as [string, string]
  shop.do('createRecord', { collection: 'jobs', id: job, values: { subject: 'Замер', due: '2026-11-02' } })
  shop.do('createRecord', { collection: 'events', id: event, values: { kind: 'call', subject: 'Звонок' } })
  const to = { original: null, scope: 'all', when: when('2026-11-05T10:00', '2026-11-05T11:00') } as const
  shop.do('moveSlot', { collection: 'jobs', id: job, ...to })
  shop.do('moveSlot', { collection: 'events', id: event, ...to })
  const days = { ...to, when: wholeDays('2026-11-09') }
  shop.do('moveSlot', { collection: 'jobs', id: job, ...days })
  expect(shop.refusal('moveSlot', { collection: 'events', id: event, ...days })).toBe('when-missing')
})

test('E31 to E33: whatever is done with chance, one undo puts back all that stood', () => {
  const days = fc.integer({ min: 0, max: 3 })
  const act = fc.record({
    scope: fc.constantFrom<Scope>('this', 'following', 'all'),
    nth: days,
    by: fc.integer({ min: -2, max: 2 }),
    hour: fc.integer({ min: 8, max: 20 }),
  })
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 4 }), (acts) => {
      shop = new Shop('A')
      meeting()
      for (const { scope, nth, by, hour } of acts) {
        const before = standing('2027-01-01T00:00')
        const span = { from: at('2026-11-01T00:00'), to: at('2027-01-01T00:00'), zone: ZONE }
        const slot = records()
          .filter(({ id }) => id === ID)
          .flatMap((record) => occurrencesOf(record, span))[nth]
        if (slot?.start == null) return
        const day = localAt(slot.start, ZONE).toPlainDate().add({ days: by })
        const to = `${day}T${String(hour).padStart(2, '0')}:00`
        const written = move(slot.original ?? '', scope, to, to)
        expect(standing('2027-01-01T00:00').some((line) => line.startsWith(to.slice(5)))).toBe(true)
        shop.do('undoAct', { act: written })
        expect(standing('2027-01-01T00:00')).toEqual(before)
        move(slot.original ?? '', scope, to, to)
      }
    }),
    { numRuns: 40 },
  )
})
