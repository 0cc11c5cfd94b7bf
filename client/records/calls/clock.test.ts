import { expect, test } from 'vitest'
import { clockText } from './clock.ts'

test('a call’s time has hours only where there is one', () => {
  const told = [-5000, 0, 7999, 59_000, 60_000, 3_599_000, 3_725_000].map(clockText)
  expect(told).toEqual(['0:00', '0:00', '0:07', '0:59', '1:00', '59:59', '1:02:05'])
})
