import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn } from './days.ts'

const zone = fc.constantFrom(
  'Europe/Moscow',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
)
const instant = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2060-01-01') })

test('the day of an instant is the one that a calendar of the zone shows', () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, at) => {
      const shown = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
      expect(dayIn(timeZone)(at)).toBe(shown.format(at))
    }),
  )
})
