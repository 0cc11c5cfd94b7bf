import { afterEach, expect, test } from 'vitest'
import { EVENT_KINDS } from '../events/collections.ts'
import { SORTS } from '../orders/collections.ts'
import { ACTIONS } from '../rules/collections.ts'
import { takeFeaturesFrom } from './known.ts'
import { hasField, isOfferedAt, offeredAt } from './places.ts'

afterEach(() => takeFeaturesFrom(() => new Set()))

test('FT3: forms, lists and rules offer nothing of what is off, and all of it once that is on again', () => {
  const all = () => [
    ...[offeredAt('sorts', SORTS), offeredAt('actions', ACTIONS), offeredAt('eventKinds', EVENT_KINDS)],
    ['project', 'department', 'currency', 'customer', 'constructor'].filter((name) => hasField('orders', name)),
  ]
  const before = all()
  expect(before[0]).toEqual(SORTS)
  takeFeaturesFrom(() => new Set(['workOrders', 'sms', 'jobs', 'projects', 'currencies']))
  expect(all()[0]).toEqual(['customer'])
  expect(all()[1]).not.toEqual(expect.arrayContaining(['sms']))
  expect(all()[1]).not.toEqual(expect.arrayContaining(['makeJob']))
  expect(all()[1]).toContain('letter')
  expect(all()[2]).toEqual(['call', 'letter', 'meeting', 'otherEvent'])
  expect(all()[3]).toEqual(['department', 'customer', 'constructor'])
  expect(isOfferedAt('sources', 'calls')).toBe(true)
  takeFeaturesFrom(() => new Set(['telephony']))
  expect(isOfferedAt('sources', 'calls')).toBe(false)
  takeFeaturesFrom(() => new Set())
  expect(all()).toEqual(before)
})
