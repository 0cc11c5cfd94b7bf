import { expect, test } from 'vitest'
import { readCalendar } from './read.ts'

const MOSCOW = 'Europe/Moscow'
const START = 'DTSTART:20261124T100000Z'

function event(...lines: readonly string[]): string[] {
  return ['BEGIN:VEVENT', 'UID:a', 'SUMMARY:Замер', ...lines, 'END:VEVENT']
}

function calendar(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')
}

/** `count` moments, an hour apart. */
function moments(count: number): string {
  const first = Date.UTC(2026, 0, 1)
  const at = (index: number) => new Date(first + index * 3600_000).toISOString().replace(/[-:]|\.000/g, '')
  return Array.from({ length: count }, (_, index) => at(index)).join(',')
}

/** A file with a zone of its own whose clocks change by the rule. */
function zoned(rule: string): string {
  const part = ['BEGIN:STANDARD', 'DTSTART:16010101T000000', 'TZOFFSETFROM:+0500', 'TZOFFSETTO:+0500', `RRULE:${rule}`]
  const zone = ['BEGIN:VTIMEZONE', 'TZID:Свой', ...part, 'END:STANDARD', 'END:VTIMEZONE']
  return calendar(...zone, ...event('DTSTART;TZID=Свой:20261124T100000'))
}

const left = (text: string) => readCalendar(text, MOSCOW).problems

test.each([
  ['each second', 'FREQ=SECONDLY'],
  ['each day', 'FREQ=DAILY'],
  ['a month that has no such weekday', 'FREQ=YEARLY;BYMONTH=2;BYDAY=5MO'],
  ['once in a thousand million years', 'FREQ=YEARLY;INTERVAL=1000000000;BYMONTH=10;BYDAY=-1SU'],
  ['a weekday that a day seldom has', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28;BYDAY=-5SU'],
  ['many times a year', 'FREQ=YEARLY;BYMONTH=1,2,3;BYMONTHDAY=1,2,3,4,5,6,7'],
])('E9: a zone whose clocks change by no rule of clocks says nothing: %s', (_name, rule) => {
  expect(readCalendar(zoned(rule), MOSCOW).records[0]?.whole).toMatchObject({ zone: MOSCOW })
})

test.each(['FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'FREQ=YEARLY;BYMONTH=10;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14'])(
  'E9: one whose clocks change once a year is read: %s',
  (rule) => {
    expect(readCalendar(zoned(rule), MOSCOW).records[0]?.whole).toMatchObject({ zone: 'Asia/Yekaterinburg' })
  },
)

test('E12: a flood of dates is left out by its name, and the others are taken', () => {
  const flood = [{ subject: 'Замер', code: 'ical-flood', params: { most: 1000 } }]
  expect(left(calendar(...event(START, `RDATE:${moments(100_000)}`)))).toEqual(flood)
  expect(
    left(
      calendar(
        ...event(
          START,
          ...moments(1001)
            .split(',')
            .map((one) => `EXDATE:${one}`),
        ),
      ),
    ),
  ).toEqual(flood)
  const singles = moments(20_000)
    .split(',')
    .flatMap((at) => event(`RECURRENCE-ID:${at}`, `DTSTART:${at}`))
  const other = event(START).map((line) => line.replace('UID:a', 'UID:b'))
  const { records, problems } = readCalendar(calendar([...singles, ...other].join('\r\n')), MOSCOW)
  expect([problems, records.map(({ uid }) => uid)]).toEqual([flood, ['b']])
  expect(left(calendar(...event(START, `RDATE:${moments(1000)}`)))).toEqual([])
})

test.each([
  ['a length that is none', 'DURATION:FOO'],
  ['a length beyond all days', 'DURATION:P999999999D'],
])('E12: %s leaves out its event alone', (_name, line) => {
  for (const start of [START, 'DTSTART;VALUE=DATE:20261124']) {
    const other = event(START).map((one) => one.replace('UID:a', 'UID:b'))
    const { records, problems } = readCalendar(calendar(...event(start, line), ...other), MOSCOW)
    expect([problems.map(({ code }) => code), records.map(({ uid }) => uid)]).toEqual([['ical-time'], ['b']])
  }
})

test.each([
  ['abc', 0],
  ['-5', 0],
  ['99999999999999999999', 2 ** 31 - 1],
  ['7', 7],
])('E7: SEQUENCE %s counts as %i', (text, sequence) => {
  expect(readCalendar(calendar(...event(START, `SEQUENCE:${text}`)), MOSCOW).records[0]?.whole).toMatchObject({
    sequence,
  })
})
