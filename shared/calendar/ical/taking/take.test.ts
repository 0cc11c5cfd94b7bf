import { beforeEach, expect, test } from 'vitest'
import { Shop } from '../../../orders/testing/shop.ts'
import { exchange } from '../../../records/simulation/world/desk.ts'
import { localAt } from '../../../time/days.ts'
import { type CalendarRecord, calendarRecords } from '../../collections.ts'
import { occurrencesOf } from '../../slots/occurrences.ts'
import { readCalendar } from '../reading/read.ts'
import { GOOGLE, OUTLOOK } from '../testing/samples.ts'
import { idOfUid } from '../uid.ts'
import { invitationText } from '../writing/file.ts'

const ZONE = 'Europe/Moscow'
const PEOPLE = { 'sedova@assol.example': 'anna' }
let shop: Shop
beforeEach(() => {
  shop = new Shop('A')
})

const take = (text: string, by = shop) =>
  by
    .answer('takeInvitation', { invited: readCalendar(text, ZONE).records, people: PEOPLE })
    .outcomes.map(({ outcome }) => outcome)
const idIn = (text: string) => idOfUid(readCalendar(text, ZONE).records[0]?.uid ?? '').id
const record = (text = OUTLOOK, by = shop): CalendarRecord => by.row(calendarRecords, idIn(text))
const starts = (one: CalendarRecord) =>
  occurrencesOf(one, { from: Date.UTC(2026, 0), to: Date.UTC(2027, 0), zone: ZONE })
    .map(({ start }) => localAt(start ?? 0, 'Europe/Berlin').toString())
    .sort()
const replaced = (text: string, by: Readonly<Record<string, string>>) =>
  Object.entries(by).reduce((so, [from, to]) => so.replaceAll(from, to), text)
const newer = { 'SEQUENCE:0': 'SEQUENCE:1', 'DTSTAMP:20261110T090000Z': 'DTSTAMP:20261111T090000Z' }

test('E7: twice is once, on two devices too; an older number changes nothing', () => {
  expect(take(OUTLOOK)).toEqual(['made'])
  expect(take(OUTLOOK)).toEqual(['same'])
  const other = new Shop('B')
  expect(take(OUTLOOK, other)).toEqual(['made'])
  exchange(shop, other)
  expect(record()).toMatchObject({ subject: 'Обсуждение кухни', organizer: 'office@lotos.example', sequence: 0 })
  expect(record().participants).toMatchObject([{ person: 'anna', email: 'sedova@assol.example' }])
  expect(record().participants).toHaveLength(1)
  expect(take(replaced(OUTLOOK, { ...newer, 'LOCATION:Переговорная 2': 'LOCATION:Зал' }))).toEqual(['changed'])
  expect(record()).toMatchObject({ where: 'Зал', sequence: 1 })
  expect(take(OUTLOOK)).toEqual(['older'])
  expect(record().where).toBe('Зал')
})

test('E7: what was removed here comes back with a newer one, or when its file is taken once more, not with an older one', () => {
  take(OUTLOOK)
  shop.do('removeRecord', { collection: 'calendarRecords', id: idIn(OUTLOOK) })
  expect(take(replaced(OUTLOOK, newer))).toEqual(['restored'])
  expect(record().gone).toBe(false)
  shop.do('removeRecord', { collection: 'calendarRecords', id: idIn(OUTLOOK) })
  expect(take(OUTLOOK)).toEqual(['older'])
  expect(take(replaced(OUTLOOK, newer))).toEqual(['restored'])
})

test('E3, E11: Google’s series with its moved and removed ones; what its sender names no more is gone', () => {
  expect(take(GOOGLE)).toEqual(['made', 'made'])
  expect(starts(record(GOOGLE))).toEqual(['2026-10-13T09:00:00', '2026-10-28T15:00:00', '2026-11-03T09:00:00'])
  const whole = readCalendar(GOOGLE, ZONE).records[0]
  const bare = whole?.whole && {
    ...whole,
    singles: [],
    whole: { ...whole.whole, removed: [], sequence: 2, participants: [] },
  }
  if (!bare) throw new Error('nothing is read')
  shop.do('takeInvitation', { invited: [bare], people: PEOPLE })
  expect(starts(record(GOOGLE))).toEqual(
    [13, 20, 27].map((day) => `2026-10-${day}T09:00:00`).concat('2026-11-03T09:00:00'),
  )
  expect(record(GOOGLE).participants).toEqual([])
})

test('E11: an answer that was given here stays where its sender knows none', () => {
  take(OUTLOOK)
  shop.do('answerInvitation', {
    id: idIn(OUTLOOK),
    participant: record().participants[0]?.id ?? '',
    answer: 'accepted',
  })
  take(replaced(OUTLOOK, newer))
  expect(record().participants).toMatchObject([{ answer: 'accepted' }])
})

test('E10: a CANCEL cancels the whole or one; of what is not known it makes nothing', () => {
  const cancel = replaced(OUTLOOK, { ...newer, 'METHOD:REQUEST': 'METHOD:CANCEL' })
  expect(take(cancel)).toEqual(['unknown'])
  take(OUTLOOK)
  const one = cancel.replace(
    'RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU',
    'RECURRENCE-ID;TZID="Russian Standard Time":20261201T103000',
  )
  expect(take(one)).toEqual(['cancelled'])
  expect(record()).toMatchObject({ cancelled: false, exceptions: [{ original: '2026-12-01T10:30', removed: true }] })
  expect(take(replaced(cancel, { 'SEQUENCE:1': 'SEQUENCE:2' }))).toEqual(['cancelled'])
  expect(record().cancelled).toBe(true)
})

test('E11: two addresses that begin alike are two participants', () => {
  const attendees = ['ivanov', 'petrov'].map((name) => `ATTENDEE:mailto:procurement.department.${name}@lotos.example`)
  take(OUTLOOK.replace('ORGANIZER', [...attendees, 'ORGANIZER'].join('\r\n')))
  expect(record().participants.map(({ email }) => email)).toEqual(
    expect.arrayContaining(['ivanov', 'petrov'].map((name) => `procurement.department.${name}@lotos.example`)),
  )
})

test('E10: a reply to an invitation of ours sets the answer of its address alone', () => {
  const id = idOfUid(`${idIn(OUTLOOK)}@voronka`).id
  const start = Date.UTC(2026, 10, 24, 7)
  const participants = { p: { email: 'Olga@lotos.example' }, q: { email: 'x@lotos.example' } }
  shop.do('createRecord', {
    collection: 'calendarRecords',
    id,
    values: { subject: 'Замер', start, end: start, participants },
  })
  const company = { zone: ZONE, person: () => ({ name: 'Анна', email: 'anna@assol.example' }) }
  const sent = invitationText(shop.row(calendarRecords, id), company, start)
  expect(sent).toContain('METHOD:REQUEST')
  expect(take(sent)).toEqual(['ours'])
  const reply = sent.replace('METHOD:REQUEST', 'METHOD:REPLY').replace('PARTSTAT=NEEDS-ACTION', 'PARTSTAT=DECLINED')
  expect(take(reply)).toEqual(['answered'])
  expect(shop.row(calendarRecords, id).participants.map(({ answer }) => answer)).toEqual(['declined', null])
  expect(shop.row(calendarRecords, id).sequence).toBeNull()
})
