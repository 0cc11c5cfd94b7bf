import { describe, expect, test } from 'vitest'
import { timed, wholeDays } from '../../../../shared/calendar/slots/when.ts'
import { slotsByDay } from './by-day.ts'
import { readShown, type Shown, VIEWS, writeShown } from './shown.ts'
import { daysOf, spanOf, stepped } from './span.ts'

const USUAL: Shown = {
  view: 'week',
  date: '2026-11-27',
  who: ['sedova'],
  of: ['calendarRecords', 'events', 'jobs'],
}

describe('the address', () => {
  test('says what differs from the usual, and is read as it was written', () => {
    expect(writeShown(USUAL, USUAL)).toEqual({})
    for (const view of VIEWS) {
      const shown: Shown = { view, date: '2026-02-28', who: null, of: ['jobs'] }
      expect(readShown(writeShown(shown, USUAL), USUAL)).toEqual(shown)
    }
    const two: Shown = { ...USUAL, who: ['sedova', 'orlov'] }
    expect(writeShown(two, USUAL)).toEqual({ who: 'sedova,orlov' })
  })

  test('what is no date, view or collection is as usual', () => {
    const odd = { view: 'year', date: '2026-02-30', who: undefined, of: 'people,<b>' }
    expect(readShown(odd, USUAL)).toEqual(USUAL)
    expect(readShown({ date: '27.11.2026' }, USUAL).date).toBe('2026-11-27')
  })
})

describe('the days of a view', () => {
  test('a month has whole weeks, Monday first', () => {
    expect(daysOf('month', '2026-11-27')).toEqual({ first: '2026-10-26', after: '2026-12-07' })
    expect(daysOf('month', '2027-02-10'), 'four weeks exactly').toEqual({ first: '2027-02-01', after: '2027-03-01' })
    expect(daysOf('week', '2026-11-29')).toEqual({ first: '2026-11-23', after: '2026-11-30' })
    expect(daysOf('day', '2026-11-29')).toEqual({ first: '2026-11-29', after: '2026-11-30' })
  })

  test('a day is of the company, 23 or 25 hours long where its clocks change', () => {
    const hours = (day: string, zone: string) => {
      const { from, to } = spanOf(daysOf('day', day), zone)
      return (to - from) / 3_600_000
    }
    expect([hours('2026-03-29', 'Europe/Berlin'), hours('2026-10-25', 'Europe/Berlin')]).toEqual([23, 25])
    expect(hours('2026-03-29', 'Europe/Moscow')).toBe(24)
  })

  test('a step leads to the next of the view and back', () => {
    expect(stepped('month', '2026-01-31', 1)).toBe('2026-02-01')
    expect(stepped('week', '2026-12-28', 1)).toBe('2027-01-04')
    expect(stepped('threeDays', '2026-12-31', -1)).toBe('2026-12-28')
  })
})

test('the agenda has what takes several days on each of them, and what ends at midnight on the day before', () => {
  const at = (text: string) => Date.parse(`${text}:00+03:00`)
  const late = timed(at('2026-11-27T22:00'), at('2026-11-28T00:00'))
  const trip = wholeDays('2026-11-25', '2026-11-28')
  const days = { first: '2026-11-27', after: '2026-11-29' }
  expect(slotsByDay([trip, late], days, 'Europe/Moscow')).toEqual([
    { day: '2026-11-27', slots: [trip, late] },
    { day: '2026-11-28', slots: [trip] },
  ])
})
