import { expect, test } from 'vitest'
import { Attempts } from './attempts.ts'

const TWO = { failures: 2, window: 1000 }

test('A8: failures are forgotten after the window, counted from the last one', () => {
  let now = 0
  const attempts = new Attempts(() => now)
  expect(attempts.begin('a', TWO)).toBe(0)
  now = 900
  expect(attempts.begin('a', TWO)).toBe(0)
  now = 1800
  expect(attempts.begin('a', TWO)).toBe(100)
  expect(attempts.begin('b', TWO)).toBe(0)
  now = 1900
  expect(attempts.begin('a', TWO)).toBe(0)
})

test('A8: an attempt that goes well does not count', () => {
  const attempts = new Attempts(() => 0)
  for (let i = 0; i < 10; i++) {
    expect(attempts.begin('a', TWO)).toBe(0)
    attempts.succeed('a')
  }
})

test('A8: as many keys as there are addresses do not fill the memory', () => {
  const attempts = new Attempts(() => 0)
  for (let i = 0; i < 60_000; i++) attempts.begin(`network ${i}`, TWO)
  expect(attempts.size).toBe(50_000)
  expect(attempts.begin('network 59999', TWO)).toBe(0)
  expect(attempts.begin('network 59999', TWO)).toBe(1000)
})
