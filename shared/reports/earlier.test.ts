import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../time/days.ts'
import type { ReportAsk } from './ask.ts'
import { earlierOf } from './earlier.ts'
import { FactColumns } from './facts/columns.ts'
import { dayNumber, dayText } from './facts/days.ts'
import { reportOf } from './report.ts'
import { ask, facts, KNOWN, OWNERS, SOURCE } from './testing/arbitrary.ts'

const of = (from: string, until: string, compare: ReportAsk['compare']) => {
  const earlier = earlierOf({ from, until, compare })
  return earlier && [earlier.from, earlier.until]
}

test('RP15: whole months stand beside as many before them, or those of a year before', () => {
  expect(of('2026-03-01', '2026-03-31', 'previous')).toEqual(['2026-02-01', '2026-02-28'])
  expect(of('2026-01-01', '2026-06-30', 'previous')).toEqual(['2025-07-01', '2025-12-31'])
  expect(of('2024-02-01', '2024-02-29', 'lastYear')).toEqual(['2023-02-01', '2023-02-28'])
  expect(of('2025-02-01', '2025-02-28', 'lastYear')).toEqual(['2024-02-01', '2024-02-29'])
  const shift = earlierOf({ from: '2025-02-01', until: '2025-02-28', compare: 'lastYear' })?.shift
  expect(dayText(shift?.(dayNumber('2024-02-29') ?? 0) ?? 0)).toBe('2025-02-28')
})

test('RP15: other periods stand beside as many days before them, or the same dates of a year before', () => {
  expect(of('2026-03-10', '2026-03-20', 'previous')).toEqual(['2026-02-27', '2026-03-09'])
  expect(of('2026-03-10', '2026-03-20', 'lastYear')).toEqual(['2025-03-10', '2025-03-20'])
  expect(of('2024-02-10', '2024-02-29', 'lastYear')).toEqual(['2023-02-10', '2023-02-28'])
  expect([of('2026-03-10', '2026-03-09', 'previous'), of('2026-03-10', '2026-03-20', null)]).toEqual([null, null])
  const leap = earlierOf({ from: '2024-02-29', until: '2024-03-10', compare: 'lastYear' })
  expect([leap?.from, dayText(leap?.shift(dayNumber('2023-02-28') ?? 0) ?? 0)]).toEqual(['2023-02-28', '2024-02-29'])
  expect(earlierOf({ from: null, until: '2026-03-20', compare: 'previous' })).toBeNull()
})

const aDay = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2020-01-01', days))

test('RP15: each day of the earlier period stands for one of the period', () => {
  fc.assert(
    fc.property(
      aDay,
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom('previous' as const, 'lastYear' as const),
      (from, days, compare) => {
        const until = addDays(from, days)
        const earlier = earlierOf({ from, until, compare })
        for (let day = 0; earlier && day <= daysBetween(earlier.from, earlier.until); day++) {
          const stood = dayText(earlier.shift((dayNumber(earlier.from) ?? 0) + day))
          expect([stood >= from, stood <= until]).toEqual([true, true])
        }
      },
    ),
    {
      examples: [
        ['2024-02-29', 0, 'lastYear'],
        ['2024-02-29', 11, 'lastYear'],
        ['2024-02-10', 19, 'lastYear'],
      ],
    },
  )
})

test('RP15: what a row is set beside is what a report of that period says', () => {
  const owned = fc.array(fc.tuple(fc.constantFrom(...OWNERS), facts), { maxLength: 8 })
  const compare = fc.constantFrom('previous' as const, 'lastYear' as const)
  fc.assert(
    fc.property(owned, ask, compare, (owned, asked, compare) => {
      const columns = new FactColumns(SOURCE)
      for (const put of owned) columns.put(...put)
      const rows = asked.rows.filter((dimension) => dimension !== 'day' && dimension !== 'week')
      const period = { from: '2025-01-01', until: '2025-12-31', rows, columns: null }
      const ground = { source: SOURCE, columns, known: KNOWN, now: 0, passes: null }
      const { from = null, until = null } = earlierOf({ ...period, compare }) ?? {}
      const beside = reportOf(ground, { ...asked, ...period, compare })
      const before = reportOf(ground, { ...asked, ...period, from, until })
      expect(beside.total.earlier).toEqual(before.total.figures)
      const later = (key: string | null | undefined) => key?.replace(/^2024(-\d\d-\d\d)$/, '2025$1') ?? null
      const had = new Map(before.rows.map(({ keys, figures }) => [JSON.stringify(keys.map(later)), figures]))
      const shown = beside.rows.filter(({ keys }) => had.has(JSON.stringify(keys)))
      expect(shown.map(({ earlier }) => earlier)).toEqual(shown.map(({ keys }) => had.get(JSON.stringify(keys))))
      expect(shown.length).toBe(had.size)
    }),
    { numRuns: 400 },
  )
})
