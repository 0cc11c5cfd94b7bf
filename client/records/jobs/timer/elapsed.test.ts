import { expect, test } from 'vitest'
import { elapsedText } from './elapsed.ts'

test('elapsed time has hours of any length, minutes and seconds of two digits', () => {
  expect([0, 425_999, 3_600_000, 100 * 3_600_000, -5].map((one) => elapsedText(one).join(''))).toEqual([
    '0:00:00',
    '0:07:05',
    '1:00:00',
    '100:00:00',
    '0:00:00',
  ])
})
