import { expect, test } from 'vitest'
import { timed, wholeDays } from '../../../../shared/calendar/slots/when.ts'
import { moved, stretched } from './moved.ts'

const at = (text: string) => Date.parse(text)
const BERLIN = 'Europe/Berlin'
const saturday = timed(at('2026-03-28T10:00:00+01:00'), at('2026-03-28T11:30:00+01:00'))

test('moved over a change of clocks it begins at the same time of the wall, and lasts as long', () => {
  expect(moved(saturday, { days: 1, minutes: 0 }, BERLIN)).toEqual(
    timed(at('2026-03-29T10:00:00+02:00'), at('2026-03-29T11:30:00+02:00')),
  )
  expect(moved(saturday, { days: 0, minutes: -30 }, BERLIN)).toMatchObject({ start: saturday.start - 30 * 60_000 })
})

test('whole days move and stretch by days', () => {
  const days = wholeDays('2026-12-30', '2026-12-31')
  expect(moved(days, { days: 1, minutes: 30 }, BERLIN)).toEqual(wholeDays('2026-12-31', '2027-01-01'))
  expect(stretched(days, { days: -1, minutes: 0 }, BERLIN)).toEqual(wholeDays('2026-12-30'))
  expect(stretched(days, { days: -2, minutes: 0 }, BERLIN)).toBeNull()
})

test('what would end before it begins is not stretched so', () => {
  expect(stretched(saturday, { days: 0, minutes: -60 }, BERLIN)).toMatchObject({ end: at('2026-03-28T10:30:00+01:00') })
  expect(stretched(saturday, { days: 0, minutes: -90 }, BERLIN)).toBeNull()
})
