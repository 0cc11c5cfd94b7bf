import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Shop } from '../../orders/testing/shop.ts'
import { COMPANY, company } from '../collections.ts'
import { RUSSIAN_DAYS, untakenIn } from './russia.ts'
import { ownTimeOf, workedBetween, workingTimeOf } from './workdays.ts'

const HOUR = 3_600_000
const at = (local: string) => Date.parse(`${local}:00+03:00`)
const special = RUSSIAN_DAYS.map(({ date, kind }) => ({ id: date, madeAt: 0, date, kind, name: null }))
const russian = workingTimeOf({ zone: 'Europe/Moscow', week: [], specialDays: special })

test('S8: the week, and special days before it', () => {
  const own = workingTimeOf({
    zone: 'Europe/Moscow',
    week: ['1 10:00 19:00', '6 10:00 15:00'],
    specialDays: [
      { id: 'a', madeAt: 0, date: '2026-11-23', kind: 'dayOff', name: 'День фирмы' },
      { id: 'b', madeAt: 0, date: '2026-11-28', kind: 'shortDay', name: null },
      { id: 'c', madeAt: 0, date: '2026-11-29', kind: 'workday', name: null },
    ],
  })
  expect(own.day('2026-11-16')).toEqual({ hours: { from: 600, to: 1140 }, kind: null, name: null })
  expect(own.day('2026-11-17').hours).toBeNull()
  expect(own.day('2026-11-23')).toEqual({ hours: null, kind: 'dayOff', name: 'День фирмы' })
  expect(own.day('2026-11-28').hours).toEqual({ from: 600, to: 840 })
  expect(own.day('2026-11-29').hours).toEqual({ from: 600, to: 1140 })
  expect(workingTimeOf(null).day('2026-11-27').hours).toEqual({ from: 540, to: 1080 })
})

test('S13: whoever has a week of his own works by it, and as the company does on its special days', () => {
  const own = ownTimeOf(['2 12:00 20:00', '3 12:00 20:00'], russian)
  expect(own.day('2026-11-10').hours).toEqual({ from: 720, to: 1200 })
  expect(own.day('2026-11-12').hours, 'not his day').toBeNull()
  expect(own.day('2026-11-03'), 'an hour shorter').toEqual({
    ...{ hours: { from: 720, to: 1140 }, kind: 'shortDay', name: null },
  })
  expect(own.day('2026-11-04').hours, 'a holiday').toBeNull()
  expect(ownTimeOf([], russian).day('2026-11-10').hours).toEqual({ from: 540, to: 1080 })
})

test('S9: 2026 has 247 working days, four of them short, as the decree has it', () => {
  const dates = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10))
  expect(dates.filter((date) => russian.day(date).hours !== null)).toHaveLength(247)
  expect(RUSSIAN_DAYS.filter(({ date, kind }) => date.startsWith('2026') && kind === 'shortDay')).toHaveLength(4)
  expect(RUSSIAN_DAYS.filter(({ isCertain }) => !isCertain).map(({ date }) => date)).toEqual(['2027-12-31'])
  expect(new Set(RUSSIAN_DAYS.map(({ date }) => date)).size).toBe(RUSSIAN_DAYS.length)
})

test('S10: working time over nights, weekends, holidays and short days', () => {
  expect(workedBetween(russian, at('2026-11-26T17:00'), at('2026-11-27T10:00'))).toBe(2 * HOUR)
  expect(workedBetween(russian, at('2026-11-27T17:00'), at('2026-11-30T09:30'))).toBe(1.5 * HOUR)
  // The third is a short day, the fourth a holiday.
  expect(workedBetween(russian, at('2026-11-03T09:00'), at('2026-11-05T10:00'))).toBe(9 * HOUR)
  expect(workedBetween(russian, at('2026-11-26T12:00'), at('2026-11-26T11:00'))).toBe(0)
})

test('S10: parts make the whole, and never more than the time that has passed', () => {
  const moment = fc.integer({ min: at('2026-01-01T00:00'), max: at('2026-03-01T00:00') })
  fc.assert(
    fc.property(fc.tuple(moment, moment, moment), (moments) => {
      const [from, middle, to] = moments.toSorted((a, b) => a - b) as [number, number, number]
      const whole = workedBetween(russian, from, to)
      expect(workedBetween(russian, from, middle) + workedBetween(russian, middle, to)).toBe(whole)
      expect(whole).toBeLessThanOrEqual(to - from)
    }),
    { numRuns: 60 },
  )
})

test('S11: a day is special once, and comes back after it was taken out', () => {
  const shop = new Shop('A')
  const about = { collection: 'company', id: COMPANY } as const
  const day = { date: '2026-11-04', kind: 'dayOff', name: 'Праздник' } as const
  const kept = () => shop.row(company, COMPANY).specialDays.map(({ id, kind, name }) => [id, kind, name])
  shop.do('createRecord', { ...about, values: { name: 'Ассоль' } })
  shop.do('setSpecialDays', { id: COMPANY, days: [day] })
  shop.do('setSpecialDays', { id: COMPANY, days: [{ ...day, kind: 'shortDay', name: null }] })
  expect(kept()).toEqual([['20261104', 'shortDay', null]])
  shop.do('removeEntry', { ...about, list: 'specialDays', entry: '20261104' })
  expect(kept()).toEqual([])
  shop.do('setSpecialDays', { id: COMPANY, days: [day] })
  expect(kept()).toEqual([['20261104', 'dayOff', 'Праздник']])
})

test('S11: what the company said of a day the production calendar leaves alone', () => {
  const known = [{ date: '2026-11-04' }, { date: '2027-01-04' }]
  const untaken = untakenIn('2026', known).map(({ date }) => date)
  expect(untaken).not.toContain('2026-11-04')
  expect(untaken).toHaveLength(RUSSIAN_DAYS.filter(({ date }) => date.startsWith('2026')).length - 1)
  expect(untakenIn('2025', [])).toEqual([])
})
