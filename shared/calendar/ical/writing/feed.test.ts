import fc from 'fast-check'
import ICAL from 'ical.js'
import nodeIcal, { type VEvent } from 'node-ical'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { CalendarRecord } from '../../collections.ts'
import { occurrencesOf, readStarts } from '../../slots/occurrences.ts'
import { calendarRecord, exception } from '../../testing/record.ts'
import { readCalendar } from '../reading/read.ts'
import { answers, outcomeOf } from '../taking/outcome.ts'
import { takenOf } from '../taking/values.ts'
import { feedText, invitationText, replyText } from './file.ts'
import { zoneComponent } from './zone.ts'

const MOSCOW = 'Europe/Moscow'
const NOW = Date.UTC(2026, 10, 27)
const DAY = 86_400_000
const at = (local: string, zone = MOSCOW) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds
const PEOPLE = new Map([
  ['anna', { name: 'Анна Седова', email: 'anna@assol.example' }],
  ['boris', { name: 'Борис', email: 'boris@assol.example' }],
])
const COMPANY = { zone: MOSCOW, person: (id: string | null) => PEOPLE.get(id ?? '') ?? null }
const feed = (...records: readonly CalendarRecord[]) =>
  feedText({ name: 'Анна', records, events: [], jobs: [] }, COMPANY, NOW)

const series = (more: Partial<CalendarRecord> = {}) =>
  calendarRecord({
    start: at('2026-11-03T10:00'),
    end: at('2026-11-03T11:00'),
    repeat: 'FREQ=WEEKLY',
    changedAt: NOW,
    madeAt: NOW,
    ...more,
  })

test('E1, E6: UID, SEQUENCE, times in UTC, organizer and participants, as another library reads them', () => {
  const record = series({
    ...{
      id: 'a',
      sequence: 3,
      repeat: null,
      subject: 'Сверка; цены, сроки\nи монтаж',
      where: 'Зал',
      text: 'Подробно '.repeat(40),
    },
    participants: [
      { id: 'p', madeAt: 0, person: 'boris', name: null, email: null, answer: 'accepted', place: null },
      {
        id: 'q',
        madeAt: 0,
        person: null,
        name: 'Ольга; "Лотос"',
        email: 'olga@lotos.example',
        answer: null,
        place: null,
      },
      { id: 'r', madeAt: 0, person: null, name: 'Без адреса', email: null, answer: null, place: null },
    ],
  })
  const text = invitationText(record, COMPANY, NOW)
  const read = nodeIcal.parseICS(text)['a@voronka'] as VEvent
  expect(read).toMatchObject({
    uid: 'a@voronka',
    sequence: 3,
    summary: 'Сверка; цены, сроки\nи монтаж',
    location: 'Зал',
    status: 'CONFIRMED',
    method: 'REQUEST',
  })
  expect([read.start.getTime(), read.end?.getTime()]).toEqual([record.start, record.end])
  expect(text).toContain('ORGANIZER;CN=Анна Седова:mailto:anna@assol.example')
  expect(read.attendee).toMatchObject([
    { val: 'mailto:boris@assol.example', params: { PARTSTAT: 'ACCEPTED' } },
    { val: 'mailto:olga@lotos.example', params: { PARTSTAT: 'NEEDS-ACTION' } },
  ])
  expect(Math.max(...text.split('\r\n').map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
  expect(invitationText({ ...record, gone: true }, COMPANY, NOW)).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/)
})

test('E36: a reply names who answers alone, and is taken where the invitation was sent', () => {
  const entry = { madeAt: 0, name: null, place: null }
  const sent = series({
    ...{ id: 'a', uid: 'kitchen@lotos', organizer: 'office@lotos.example', sequence: 2 },
    participants: [
      { ...entry, id: 'p', person: 'boris', email: null, answer: 'tentative' },
      { ...entry, id: 'q', person: null, email: 'olga@lotos.example', answer: 'accepted' },
    ],
  })
  const text = replyText(sent, 'p', COMPANY, NOW)
  const read = nodeIcal.parseICS(text)['kitchen@lotos'] as VEvent
  expect(read).toMatchObject({ method: 'REPLY', sequence: 2, organizer: 'mailto:office@lotos.example' })
  expect(read.attendee).toMatchObject({ val: 'mailto:boris@assol.example', params: { PARTSTAT: 'TENTATIVE' } })
  const [reply] = readCalendar(text, MOSCOW).records
  if (!reply) throw new Error('nothing is read')
  const people = { 'boris@assol.example': 'boris' }
  expect(outcomeOf(reply, { ...sent, id: 'b' }, people)).toBe('answered')
  expect(answers(reply, sent, people)).toEqual([{ participant: 'p', answer: 'tentative' }])
})

test('E2, E3: a series with its zone, removed, moved and added ones, as another library reads it', () => {
  const record = series({
    id: 'b',
    repeat: 'FREQ=WEEKLY;UNTIL=20261215',
    exceptions: [
      exception('2026-11-10T10:00', { removed: true }),
      exception('2026-11-17T09:00', { start: at('2026-11-18T15:00'), subject: 'Итоги' }),
      exception('2026-11-20T10:00', { added: true, start: at('2026-11-20T10:00') }),
    ],
  })
  const text = feed(record)
  expect(text).toContain('DTSTART;TZID=Europe/Moscow:20261103T100000')
  expect(text).toContain('UNTIL=20261215T205959Z')
  expect(text).toContain('EXDATE;TZID=Europe/Moscow:20261110T100000')
  expect(text).toContain('RECURRENCE-ID;TZID=Europe/Moscow:20261117T100000')
  expect(text).toContain('RDATE;TZID=Europe/Moscow:20261120T100000')
  const read = Object.values(nodeIcal.parseICS(text)).find((one) => one?.type === 'VEVENT') as VEvent
  const all = nodeIcal.expandRecurringEvent(read, { from: new Date(NOW - 60 * DAY), to: new Date(NOW + 60 * DAY) })
  const theirs = all.map(({ start }) => start.getTime()).filter((one) => one !== at('2026-11-20T10:00'))
  const span = { from: NOW - 60 * DAY, to: NOW + 60 * DAY, zone: MOSCOW }
  const ours = occurrencesOf(record, span)
    .map(({ start }) => start ?? 0)
    .filter((one) => one !== at('2026-11-20T10:00'))
  expect(theirs.sort()).toEqual(ours.sort())
})

test('E4, E5: whole days, a repeat that is not known, events and jobs', () => {
  const days = calendarRecord({
    id: 'c',
    day: '2026-12-30',
    lastDay: '2027-01-01',
    repeat: 'FREQ=YEARLY;UNTIL=20281231',
  })
  const text = feed(days, series({ id: 'd', repeat: 'FREQ=SECONDLY' }), series({ id: 'e', gone: true }))
  expect(text).toMatch(
    /DTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270102\r\nRRULE:FREQ=YEARLY;UNTIL=20281231\r\n/,
  )
  expect(text).not.toContain('SECONDLY')
  expect(text).not.toContain('UID:e@voronka')
})

test.each([
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Sydney',
  'Asia/Yekaterinburg',
  'UTC',
])(
  'E2: the clocks of %s as the file tells them are its clocks: history, changes of each year, years to come',
  (zone) => {
    const from = Date.UTC(2009, 5, 1)
    const component = zoneComponent(zone, from, NOW) as unknown as string
    const told = new ICAL.Timezone(new ICAL.Component(component))
    for (let day = from; day < Date.UTC(2040, 0); day += 3.37 * DAY) {
      const local = Temporal.Instant.fromEpochMilliseconds(day).toZonedDateTimeISO(zone)
      const { year, month, day: date, hour, minute, second } = local
      const time = new ICAL.Time(
        { year, month, day: date, hour, minute, second, isDate: false },
        ICAL.Timezone.localTimezone,
      )
      // An hour that comes twice is one or the other.
      const isTwice = ['earlier', 'later'].map(
        (side) => local.toPlainDateTime().toZonedDateTime(zone, { disambiguation: side as 'earlier' }).offset,
      )
      if (isTwice[0] !== isTwice[1]) continue
      expect([local.toString(), told.utcOffset(time)]).toEqual([local.toString(), local.offsetNanoseconds / 1e9])
    }
  },
)

const zones = fc.constantFrom(MOSCOW, 'Europe/Berlin', 'America/New_York', null)
const records = fc
  .record({
    zone: zones,
    day: fc.integer({ min: 0, max: 5000 }),
    hour: fc.integer({ min: 4, max: 23 }),
    hours: fc.integer({ min: 0, max: 60 }),
    isOfDays: fc.boolean(),
    repeat: fc.constantFrom(
      null,
      'FREQ=DAILY;INTERVAL=3',
      'FREQ=WEEKLY;COUNT=9',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'FREQ=WEEKLY;UNTIL=20271231T120000Z',
      'FREQ=WEEKLY;BYDAY=MO,FR',
    ),
    subject: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.trim()),
    removed: fc.integer({ min: 0, max: 6 }),
    moved: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ zone, day, hour, hours, isOfDays, repeat, subject, removed, moved }) => {
    const date = Temporal.PlainDate.from('2010-01-01').add({ days: day })
    const start = date.toZonedDateTime({ timeZone: zone ?? MOSCOW, plainTime: { hour } }).epochMilliseconds
    const when = isOfDays
      ? { day: date.toString(), lastDay: date.add({ days: hours % 4 }).toString() }
      : { start, end: start + hours * 3_600_000 }
    const bare = calendarRecord({ ...when, zone, repeat, subject: subject || null })
    const starts = readStarts(bare, MOSCOW)
    if (starts === null || starts === 'unread') return bare
    const originals = starts.between(start - DAY, start + 400 * DAY).map(({ original }) => original)
    const exceptions = [
      ...originals.slice(removed, removed + 1).map((original) => exception(original, { removed: true })),
      ...originals
        .slice(moved, moved + 1)
        .filter((_, index) => index + removed !== moved)
        .map((original) => exception(original, { start: start + 2.5 * DAY, end: start + 2.6 * DAY, subject: 'Иначе' })),
    ]
    return { ...bare, exceptions: removed === moved ? exceptions.slice(0, 1) : exceptions }
  })

test('E2, E3, E8: whatever is written reads as the same: the same times, days and names', () => {
  fc.assert(
    fc.property(records, (record) => {
      const [read] = readCalendar(feed(record), 'Asia/Tokyo').records
      const taken = read && takenOf(read, read.uid, () => null)
      const back = calendarRecord({
        ...(taken?.fields as Partial<CalendarRecord>),
        exceptions: [...(taken?.exceptions.values() ?? [])].map((one) =>
          exception(one.original ?? '', one as Partial<CalendarRecord['exceptions'][number]>),
        ),
      })
      const from = record.start ?? Date.parse(record.day ?? '')
      const span = { from: from - 2 * DAY, to: from + 300 * DAY, zone: MOSCOW }
      const told = (one: CalendarRecord) =>
        occurrencesOf(one, span)
          .map(({ start, end, day, lastDay, subject }) => JSON.stringify([start, end, day, lastDay, subject ?? '']))
          .sort()
      expect(told(back)).toEqual(told({ ...record, subject: record.subject?.replaceAll('\r\n', '\n').trim() || null }))
    }),
    { numRuns: 80 },
  )
})
