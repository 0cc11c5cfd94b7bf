import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDigits } from './digits.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function typing(count: number) {
  const chosen: number[] = []
  const press = createRoot(() =>
    createDigits(
      () => count,
      () => {},
      (index) => chosen.push(index),
    ),
  )
  return { chosen, press }
}

test('with few states a digit chooses at once', () => {
  const { chosen, press } = typing(7)
  expect(press('3')).toBe(true)
  expect(press('x')).toBe(false)
  expect(press('9')).toBe(true)
  expect(chosen).toEqual([2])
})

test('with many, a digit that may begin a number waits for the next', () => {
  const { chosen, press } = typing(12)
  press('1')
  expect(chosen).toEqual([])
  press('2')
  expect(chosen).toEqual([11])
  press('1')
  vi.advanceTimersByTime(600)
  expect(chosen).toEqual([11, 0])
  press('2')
  expect(chosen).toEqual([11, 0, 1])
})
