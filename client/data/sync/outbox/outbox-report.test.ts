import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Waiting } from './outbox.ts'
import { OutboxReport } from './outbox-report.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

test('J26: a device tells how old its oldest unsent write is on each line, every ten seconds, and that all is sent once', () => {
  let waiting: Waiting = { count: 2, since: 1_000_000 - 5000 }
  const told: string[] = []
  const report = new OutboxReport(
    () => waiting,
    (age) => told.push(age),
  )
  expect(told, 'not before there is a line').toEqual([])
  report.begin()
  vi.advanceTimersByTime(20_000)
  expect(told.splice(0)).toEqual(['5000', '15000', '25000'])
  waiting = { count: 0, since: null }
  vi.advanceTimersByTime(30_000)
  expect(told.splice(0)).toEqual(['none'])
  waiting = { count: 1, since: Date.now() + 60_000 }
  report.begin()
  expect(told.splice(0), 'a clock that was put back makes no write younger than none').toEqual(['0'])
  report.close()
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual([])
})
