import fc from 'fast-check'
import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { Failure } from '../../errors.ts'
import type { CalendarRecord } from '../collections.ts'
import { readRule, WEEKDAYS, writeRule } from '../repeat/rule.ts'
import { calendarRecord, exception } from '../testing/record.ts'
import { occurrencesOf } from './occurrences.ts'
import { checkTimes, type Span } from './when.ts'

const MOSCOW = 'Europe/Moscow'
const BERLIN = 'Europe/Berlin'
const at = (local: string, zone = MOSCOW) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds
const span = (from: string, to: string, zone = MOSCOW): Span => ({ from: at(from, zone), to: at(to, zone), zone })
const HOUR = 3_600_000
const NOVEMBER = span('2026-11-01', '2026-12-01')

/** Local starts, or days. */
function starts(record: CalendarRecord, within: Span, zone = record.zone ?? within.zone): string[] {
  return occurrencesOf(record, within)
    .map(
      (slot) =>
        slot.day ??
        Temporal.Instant.fromEpochMilliseconds(slot.start ?? 0)
          .toZonedDateTimeISO(zone)
          .toString(),
    )
    .map((text) => text.slice(0, 16))
    .sort()
}

const meeting = (more: Partial<CalendarRecord> = {}) =>
  calendarRecord({ start: at('2026-11-03T10:00'), end: at('2026-11-03T11:00'), repeat: 'FREQ=WEEKLY', ...more })

test('E21: a record without a start and one that ends before it are refused in words', () => {
  const none = { start: null, end: null, day: null, lastDay: null }
  const code = (times: Partial<typeof none> | Record<string, unknown>) => {
    try {
      checkTimes({ ...none, ...times })
      return null
    } catch (error) {
      return error instanceof Failure ? error.code : error
    }
  }
  expect(code({})).toBe('when-missing')
  expect(code({ start: 5, end: 4 })).toBe('end-before-start')
  expect(code({ day: '2026-11-02', lastDay: '2026-11-01' })).toBe('end-before-start')
  expect(code({ start: 5, end: 5 })).toBeNull()
  expect(code({ day: '2026-11-02' })).toBeNull()
})

test('E22: an end that came before the start by two people’s writing is the start', () => {
  const record = calendarRecord({ start: at('2026-11-03T10:00'), end: at('2026-11-03T09:00') })
  expect(occurrencesOf(record, NOVEMBER)).toMatchObject([{ start: record.start, end: record.start }])
  expect(starts(calendarRecord({ day: '2026-11-05', lastDay: '2026-11-01' }), NOVEMBER)).toEqual(['2026-11-05'])
})

test('E23: over a change of clocks the wall’s time stays, and as many hours pass', () => {
  const record = calendarRecord({
    start: at('2026-03-27T22:00', BERLIN),
    end: at('2026-03-27T22:00', BERLIN) + 8 * HOUR,
    zone: BERLIN,
    repeat: 'FREQ=DAILY;COUNT=3',
  })
  const within = span('2026-03-01', '2026-04-01')
  expect(starts(record, within)).toEqual(['2026-03-27T22:00', '2026-03-28T22:00', '2026-03-29T22:00'])
  for (const slot of occurrencesOf(record, within)) expect((slot.end ?? 0) - (slot.start ?? 0)).toBe(8 * HOUR)
})

test('E23: a time that the clock skips does not come on that day; of one that comes twice it is the first', () => {
  const record = calendarRecord({
    start: at('2026-03-28T02:30', BERLIN),
    end: at('2026-03-28T03:00', BERLIN),
    zone: BERLIN,
    repeat: 'FREQ=DAILY',
  })
  expect(starts(record, span('2026-03-28', '2026-03-31', BERLIN))).toEqual(['2026-03-28T02:30', '2026-03-30T02:30'])
  const [slot, ...others] = occurrencesOf(record, span('2026-10-25', '2026-10-26', BERLIN))
  expect(others).toEqual([])
  expect(slot?.start).toBe(Date.parse('2026-10-25T00:30Z'))
})

test('E23: Moscow’s history: summer time to 2010, +4 from 2011, +3 from 26 October 2014', () => {
  const record = calendarRecord({ start: at('2010-01-01T09:00'), end: null, zone: MOSCOW, repeat: 'FREQ=MONTHLY' })
  const utc = (day: string) =>
    occurrencesOf(record, span(`${day}T00:00`, `${day}T23:59`)).map(({ start }) =>
      new Date(start ?? 0).toISOString().slice(11, 16),
    )
  expect(utc('2010-02-01')).toEqual(['06:00'])
  expect(utc('2010-07-01')).toEqual(['05:00'])
  expect(utc('2011-12-01')).toEqual(['05:00'])
  expect(utc('2014-10-01')).toEqual(['05:00'])
  expect(utc('2014-11-01')).toEqual(['06:00'])
  expect(utc('2026-07-01')).toEqual(['06:00'])
})

test('E24: the first one counts where the rule would not give it; whole days are no zone’s', () => {
  expect(starts(meeting({ repeat: 'FREQ=WEEKLY;BYDAY=TH' }), span('2026-11-01', '2026-11-13'))).toEqual([
    '2026-11-03T10:00',
    '2026-11-05T10:00',
    '2026-11-12T10:00',
  ])
  const days = calendarRecord({ day: '2026-11-30', lastDay: '2026-12-01', repeat: 'FREQ=MONTHLY;UNTIL=20270130' })
  for (const zone of ['Asia/Kamchatka', 'America/Los_Angeles', MOSCOW]) {
    expect(starts(days, span('2026-11-01', '2027-04-01', zone))).toEqual(['2026-11-30', '2026-12-30', '2027-01-30'])
  }
})

test('E24: one that ends before it begins stands once', () => {
  const over = meeting({ repeat: 'FREQ=DAILY;UNTIL=20200101T000000Z' })
  expect(starts(over, NOVEMBER)).toEqual(['2026-11-03T10:00'])
  const days = calendarRecord({ day: '2026-11-30', lastDay: '2026-11-30', repeat: 'FREQ=DAILY;UNTIL=20260101' })
  expect(starts(days, NOVEMBER)).toEqual(['2026-11-30'])
})

test('E25: floods and nonsense are refused in words; a record that has one stands once and says so', () => {
  const refusal = (rule: string) => {
    try {
      readRule(rule)
      return null
    } catch (error) {
      return error instanceof Failure ? error.code : error
    }
  }
  for (const rule of ['FREQ=SECONDLY', 'FREQ=MINUTELY;INTERVAL=5', 'FREQ=HOURLY', 'FREQ=DAILY;BYSECOND=1,2']) {
    expect(refusal(rule)).toBe('repeat-too-often')
  }
  const minutes = Array.from({ length: 60 }, (_, minute) => minute).join(',')
  expect(refusal(`FREQ=DAILY;BYMINUTE=${minutes}`)).toBe('repeat-too-often')
  for (const rule of [
    '',
    'по вторникам',
    'FREQ=WEEKLY;COUNT=6000',
    'FREQ=WEEKLY;COUNT=0',
    'FREQ=WEEKLY;COUNT=2;UNTIL=20261231',
    'FREQ=DAILY;UNTIL=20260231',
    'FREQ=DAILY;INTERVAL=1e9',
    'FREQ=MONTHLY;BYDAY=0MO',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY;RSCALE=HEBREW',
    'FREQ=MONTHLY;BYMONTHDAY=0',
  ]) {
    expect(refusal(rule), rule).toBe('repeat-wrong')
  }
  expect(occurrencesOf(meeting({ repeat: 'FREQ=SECONDLY' }), NOVEMBER)).toMatchObject([
    { start: at('2026-11-03T10:00'), isRepeatUnread: true },
  ])
})

test('E26: what never ends is given for the span alone, and quickly, however long ago it began', () => {
  const old = meeting({ start: at('1975-01-07T10:00'), end: null, repeat: 'FREQ=DAILY' })
  expect(starts(old, span('2026-11-03', '2026-11-05'))).toEqual(['2026-11-03T10:00', '2026-11-04T10:00'])
  // No day is the 31st of February: looking for one ends.
  expect(starts(meeting({ repeat: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31' }), NOVEMBER)).toEqual(['2026-11-03T10:00'])
})

test('E27: one is removed, moved or renamed alone; the day is enough where all were moved to another hour', () => {
  const exceptions = [
    exception('2026-11-10T10:00', { removed: true }),
    exception('2026-11-17T10:00', { start: at('2026-11-18T15:00'), end: at('2026-11-18T15:30') }),
    exception('2026-11-24T10:00', { subject: 'Итоги', where: 'Зал' }),
    exception('2026-11-25T10:00', { subject: 'Ничье' }),
  ]
  const record = meeting({ exceptions })
  expect(starts(record, NOVEMBER)).toEqual(['2026-11-03T10:00', '2026-11-18T15:00', '2026-11-24T10:00'])
  expect(occurrencesOf(record, NOVEMBER).filter(({ isChanged }) => isChanged)).toMatchObject([
    { original: '2026-11-17T10:00', subject: 'Планерка' },
    { original: '2026-11-24T10:00', subject: 'Итоги', where: 'Зал' },
  ])
  const later = meeting({ start: at('2026-11-03T12:00'), end: at('2026-11-03T13:00'), exceptions })
  expect(starts(later, NOVEMBER)).toEqual(['2026-11-03T12:00', '2026-11-18T15:00', '2026-11-24T12:00'])
})

test('E27: where a rule falls several times on a day, its very time is needed; one beside the rule stands by itself', () => {
  const twice = meeting({
    repeat: 'FREQ=DAILY;BYHOUR=10,16;COUNT=4',
    exceptions: [
      exception('2026-11-03T16:00', { removed: true }),
      exception('2026-11-07T09:00', { added: true, start: at('2026-11-07T09:00') }),
    ],
  })
  expect(starts(twice, NOVEMBER)).toEqual([
    '2026-11-03T10:00',
    '2026-11-04T10:00',
    '2026-11-04T16:00',
    '2026-11-07T09:00',
  ])
})

test('E28: one that was moved stands where it was moved to alone', () => {
  const record = meeting({ exceptions: [exception('2026-11-10T10:00', { start: at('2027-01-12T10:00') })] })
  expect(starts(record, span('2026-11-09', '2026-11-12'))).toEqual([])
  expect(starts(record, span('2027-01-11', '2027-01-13'))).toEqual(['2027-01-12T10:00', '2027-01-12T10:00'])
})

const zones = fc.constantFrom(MOSCOW, BERLIN, 'America/New_York', 'Asia/Yekaterinburg')
const rules = fc
  .record({
    frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    step: fc.integer({ min: 1, max: 5 }),
    weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 3 }),
    monthDays: fc.uniqueArray(fc.constantFrom(1, 15, 28, 31, -1), { maxLength: 2 }),
    count: fc.option(fc.integer({ min: 1, max: 40 })),
  })
  .map(({ frequency, step, weekdays, monthDays, count }) => {
    const by =
      frequency === 'WEEKLY' && weekdays.length > 0
        ? `;BYDAY=${weekdays}`
        : frequency === 'MONTHLY' && monthDays.length > 0
          ? `;BYMONTHDAY=${monthDays}`
          : ''
    return `FREQ=${frequency};INTERVAL=${step}${by}${count === null ? '' : `;COUNT=${count}`}`
  })

test('E23, E26: another library gives the same times', () => {
  fc.assert(
    fc.property(
      rules,
      zones,
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 6, max: 23 }),
      (repeat, zone, days, hour) => {
        const first = Temporal.PlainDate.from('2009-01-01').add({ days }).toPlainDateTime({ hour })
        const iterator = ICAL.Recur.fromString(repeat).iterator(
          ICAL.Time.fromString(first.toString(), undefined as never),
        )
        const others: string[] = []
        for (let next = iterator.next(); next && others.length < 60; next = iterator.next())
          others.push(next.toString().slice(0, 16))
        const [begin] = others
        // It does not give a first one that the rest of the rule would not, and counts its steps from there.
        fc.pre(begin !== undefined && (begin === first.toString().slice(0, 16) || repeat.includes('INTERVAL=1')))
        if (begin === undefined) return
        const record = calendarRecord({ start: at(begin, zone), zone, repeat: repeat.replace(/;COUNT=\d+/, '') })
        const until = others.at(-1) ?? begin
        const within = { from: at(begin, zone), to: at(until, zone) + 1, zone }
        expect(starts(record, within)).toEqual(others)
      },
    ),
    { numRuns: 200 },
  )
})

test('E25: what is written of a rule reads as the same rule', () => {
  fc.assert(
    fc.property(rules, (rule) => {
      expect(readRule(writeRule(readRule(rule)))).toEqual(readRule(rule))
    }),
  )
  for (const rule of [
    'FREQ=MONTHLY;BYDAY=-1FR,2MO;WKST=SU',
    'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8;UNTIL=20301231T205959Z',
  ]) {
    expect(readRule(writeRule(readRule(rule)))).toEqual(readRule(rule))
    expect(writeRule(readRule(rule))).toContain(rule.slice(0, 12))
  }
})
