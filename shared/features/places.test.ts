import { afterEach, expect, test } from 'vitest'
import { EVENT_KINDS } from '../events/collections.ts'
import { WAYS } from '../messages/collections.ts'
import { SORTS } from '../orders/collections.ts'
import { ACTIONS } from '../rules/collections.ts'
import { takeFeaturesFrom } from './known.ts'
import { hasField, isOfferedAt, offeredAt, offeredChoices } from './places.ts'
import { isLeftOut, isOfferedAbout, leftOut, withoutOff } from './records.ts'

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

test('FT3: a choice that a record has made stays beside what is offered', () => {
  takeFeaturesFrom(() => new Set(['sms', 'mailings']))
  expect(offeredChoices('messageTemplates', 'way', WAYS)).toEqual(['letter'])
  expect(offeredChoices('messageTemplates', 'way', WAYS, ['sms'])).toEqual(['letter', 'sms'])
  expect(offeredChoices('customers', 'type', ['company', 'person'])).toEqual(['company', 'person'])
})

test('FT8: lists leave out the kinds that are off, and nothing that has no kind', () => {
  expect(withoutOff('events')).toEqual([])
  takeFeaturesFrom(() => new Set(['sms', 'workOrders', 'invoices']))
  expect(withoutOff('events')).toEqual([{ field: 'kind', is: 'notIn', values: ['sms'] }])
  expect(withoutOff('orders')).toEqual([{ field: 'sort', is: 'notIn', values: ['work'] }])
  expect(withoutOff('customers')).toEqual([])
  expect(isLeftOut(leftOut(), 'orders', { sort: 'work' })).toBe(true)
  expect(isLeftOut(leftOut(), 'orders', { sort: null })).toBe(false)
  expect(isLeftOut(leftOut(), 'invoices', null)).toBe(true)
  expect([isOfferedAbout('invoices/1'), isOfferedAbout('orders/1')]).toEqual([false, true])
})
