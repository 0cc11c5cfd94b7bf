import { expect, test } from 'vitest'
import { ownTimeOf, workingTimeOf } from '../../../../shared/company/workdays/workdays.ts'
import { restOf } from './hours.ts'

const special = { id: '20261104', madeAt: 0, date: '2026-11-04', kind: 'dayOff', name: 'Праздник' } as const
const company = workingTimeOf({
  zone: 'Europe/Moscow',
  week: ['2 10:00 19:00', '3 10:00 19:00'],
  specialDays: [special],
})
const groundsOf = (lines: readonly string[]) =>
  restOf({ first: '2026-11-03', after: '2026-11-05' }, ownTimeOf(lines, company)).map(({ start, end }) => [start, end])

test('the ground is the time that the company does not work, its holidays too', () => {
  expect(groundsOf([])).toEqual([
    ['2026-11-03T00:00:00', '2026-11-03T10:00:00'],
    ['2026-11-03T19:00:00', '2026-11-04T00:00:00'],
    ['2026-11-04T00:00:00', '2026-11-05T00:00:00'],
  ])
})

test('S13: hours of one’s own go before those of the company, its holidays before them', () => {
  expect(groundsOf(['2 12:00 24:00', '3 12:00 24:00'])).toEqual([
    ['2026-11-03T00:00:00', '2026-11-03T12:00:00'],
    ['2026-11-04T00:00:00', '2026-11-05T00:00:00'],
  ])
})
