import { expect, test } from 'vitest'
import { Failure } from '../../../errors.ts'
import { APPLE, CUSTOMIZED, EXCHANGE_WORDS, GOOGLE, OUTLOOK } from '../testing/samples.ts'
import { readCalendar } from './read.ts'

const MOSCOW = 'Europe/Moscow'
const utc = (text: string) => Date.parse(`${text}:00Z`)
const refusal = (text: string) => {
  try {
    readCalendar(text, MOSCOW)
    return null
  } catch (error) {
    return error instanceof Failure ? [error.code, error.params] : error
  }
}

test('E8: Outlook’s invitation: a name of Windows, addresses that are none, texts', () => {
  const [record, ...others] = readCalendar(OUTLOOK, 'Asia/Tokyo').records
  expect(others).toEqual([])
  expect(record).toMatchObject({ asked: 'have', singles: [], uid: expect.stringMatching(/^0400.*4C5D$/) })
  expect(record?.whole).toMatchObject({
    when: { start: utc('2026-11-24T07:30'), end: utc('2026-11-24T08:30') },
    zone: MOSCOW,
    repeat: 'FREQ=WEEKLY;COUNT=3;BYDAY=TU',
    subject: 'Обсуждение кухни',
    where: 'Переговорная 2',
    text: 'Повестка:\n1. Сроки, цены\n2. Монтаж',
    organizer: 'office@lotos.example',
    participants: [{ email: 'sedova@assol.example', name: 'Седова Анна; отдел', answer: null }],
  })
})

test('E9: a zone in words, and one of its own, are told by their clocks', () => {
  expect(readCalendar(EXCHANGE_WORDS, 'Asia/Tokyo').records[0]?.whole).toMatchObject({
    zone: MOSCOW,
    when: { start: utc('2026-09-24T07:00') },
    organizer: 'olga@lotos.example',
    participants: [{ email: 'kuzmin@assol.example' }],
  })
  const zoneAt = (offset: string) => readCalendar(CUSTOMIZED(offset), 'Asia/Tokyo').records[0]?.whole
  expect(zoneAt('+0500')).toMatchObject({ zone: 'Asia/Yekaterinburg', when: { start: utc('2026-07-01T04:00') } })
  expect(zoneAt('-0300')).toMatchObject({ zone: 'America/Sao_Paulo', when: { start: utc('2026-07-01T12:00') } })
  expect(zoneAt('-0100')).toMatchObject({ zone: 'Etc/GMT+1', when: { start: utc('2026-07-01T10:00') } })
})

test('E9: a name whose description differs from it is what is described: an Outlook that was not updated since 2014', () => {
  const old = OUTLOOK.replaceAll('+0300', '+0400')
  expect(readCalendar(old, MOSCOW).records[0]?.whole).toMatchObject({
    zone: 'Europe/Samara',
    when: { start: utc('2026-11-24T06:30') },
  })
})

test('E9: makers’ prefixes, no description at all, no zone', () => {
  const zoneOf = (tzid: string) => {
    const text = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:a',
      `DTSTART${tzid}:20261124T100000`,
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\n')
    return readCalendar(text, 'Asia/Tokyo').records[0]?.whole?.zone
  }
  expect(zoneOf(';TZID=/freeassociation.sourceforge.net/Europe/Moscow')).toBe(MOSCOW)
  expect(zoneOf(';TZID=/mozilla.org/20050126_1/America/Argentina/Buenos_Aires')).toBe('America/Argentina/Buenos_Aires')
  expect(zoneOf(';TZID=Ekaterinburg Standard Time')).toBe('Asia/Yekaterinburg')
  expect(zoneOf(';TZID="(UTC+03:00) Москва, Санкт-Петербург"')).toBe(MOSCOW)
  expect(zoneOf(';TZID="tzone://Microsoft/Utc"')).toBe('Etc/UTC')
  expect(zoneOf(';TZID=Mars/Olympus')).toBe('Asia/Tokyo')
  expect(zoneOf('')).toBe('Asia/Tokyo')
})

test('E8: Google’s series with a moved and a removed one; floating times are the calendar’s', () => {
  const [series, floating] = readCalendar(GOOGLE, MOSCOW).records
  expect(series?.whole).toMatchObject({
    zone: 'Europe/Berlin',
    when: { start: utc('2026-10-13T07:00') },
    removed: [{ at: utc('2026-10-20T07:00') }],
    participants: [
      { email: 'marina@gmail.example', answer: 'accepted' },
      { email: 'sedova@assol.example', name: null, answer: null },
    ],
  })
  expect(series?.singles).toMatchObject([
    { recurrence: { at: utc('2026-10-27T08:00') }, when: { start: utc('2026-10-28T14:00') } },
  ])
  expect(floating?.whole).toMatchObject({ when: { start: utc('2026-11-10T11:00'), end: utc('2026-11-10T11:45') } })
})

test('E8: Apple’s whole days: the file names the day after the last, or none', () => {
  expect(readCalendar(APPLE, MOSCOW).records.map(({ whole }) => whole)).toMatchObject([
    { when: { day: '2026-12-30', lastDay: '2027-01-01' }, isFree: true, repeat: null },
    { when: { day: '2027-03-08', lastDay: '2027-03-08' }, repeat: 'FREQ=YEARLY' },
  ])
})

test('E12: bad files are refused with their line', () => {
  expect(refusal('')).toEqual(['ical-none', {}])
  expect(refusal('<html>Not found</html>')).toEqual(['ical-none', {}])
  expect(refusal(OUTLOOK.slice(0, 900))?.toString()).toMatch(/ical-(cut|line)/)
  expect(refusal(OUTLOOK.split('\r\n').slice(0, -5).join('\r\n'))).toEqual(['ical-cut', { component: 'VALARM' }])
  expect(refusal(OUTLOOK.replace('LOCATION:', 'LOCATION '))).toEqual(['ical-line', { line: 24 }])
  expect(refusal(OUTLOOK.replace('END:STANDARD', 'END:DAYLIGHT'))).toEqual(['ical-line', { line: 12 }])
  expect(refusal('BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR')).toEqual(['ical-empty', {}])
  expect(refusal(`BEGIN:VCALENDAR\n${'X:y\n'.repeat(2_000_001)}`)).toEqual(['ical-large', {}])
})

test('E12: an event that cannot be is left out by its name, the others are taken', () => {
  const flood = GOOGLE.replace('FREQ=WEEKLY;UNTIL=20261103T225959Z;BYDAY=TU', 'FREQ=SECONDLY')
  expect(readCalendar(flood, MOSCOW)).toMatchObject({
    problems: [{ subject: 'Созвон', code: 'repeat-too-often' }],
    records: [{ uid: '5kq0example@google.com', whole: null }, { uid: 'floating@google.com' }],
  })
  const odd = APPLE.replace('DTSTART;VALUE=DATE:20261230', 'DTSTART;VALUE=DATE:20261330').replace(
    'DTSTART;VALUE=DATE:20270308',
    'DTSTART:2027',
  )
  expect(readCalendar(odd, MOSCOW).problems.map(({ code }) => code)).toEqual(['ical-time', 'ical-time'])
  const before = OUTLOOK.replace('20261124T113000', '20261124T093000')
  expect(readCalendar(before, MOSCOW).problems).toMatchObject([
    { subject: 'Обсуждение кухни', code: 'end-before-start' },
  ])
})
