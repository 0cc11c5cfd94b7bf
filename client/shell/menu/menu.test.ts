import { afterEach, expect, test } from 'vitest'
import { FEATURES } from '../../../shared/features/features.ts'
import { takeFeaturesFrom } from '../../../shared/features/known.ts'
import { WAYS } from '../../records/features/ways.ts'
import { SETTINGS_ROWS, settingsFor } from '../../records/settings/settings-rows.ts'
import { isInSettings, MENU_ROWS, menuFor, offAt, rowAt } from './menu.ts'

afterEach(() => takeFeaturesFrom(() => new Set()))

const ALL = [...new Set([...MENU_ROWS, ...SETTINGS_ROWS])]

test('an address belongs to its item of the menu, whatever is open in it', () => {
  expect(rowAt('/orders/work/common-1')?.id).toBe('workOrders')
  expect(rowAt('/settings/kinds/kitchens')?.id).toBe('kinds')
  expect(rowAt('/settings')?.id).toBe('settings')
  expect(['/settings', '/settings/kinds', '/settingsandmore', '/trash'].map(isInSettings)).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(rowAt('/orders')).toBeUndefined()
  expect(rowAt('/goodsandmore')).toBeUndefined()
})

test('no two items have one address or one key, and a phone has room for five', () => {
  const keys = ALL.flatMap((row) => row.key ?? [])
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(ALL.map((row) => row.path)).size).toBe(ALL.length)
  expect(MENU_ROWS.filter((row) => row.short).length).toBeLessThanOrEqual(5)
})

test('rules stand in the menus of those who may read them', () => {
  const has = (role: 'owner' | 'admin' | 'manager' | 'viewer') =>
    menuFor(role).some(({ items }) => items.some(({ id }) => id === 'rules'))
  expect((['owner', 'admin', 'manager', 'viewer'] as const).map(has)).toEqual([true, true, true, false])
})

test('the change log stands in the owner’s menu alone', () => {
  const has = (role: 'owner' | 'admin' | 'manager' | 'viewer') =>
    menuFor(role).some(({ items }) => items.some(({ id }) => id === 'changes'))
  expect((['owner', 'admin', 'manager', 'viewer'] as const).map(has)).toEqual([true, false, false, false])
})

test('FT3, FT5: what the company switched off stands in no menu, and comes back', () => {
  const ids = () => [...menuFor('owner'), ...settingsFor('owner')].flatMap(({ items }) => items.map(({ id }) => id))
  const before = ids()
  for (const { id } of FEATURES) {
    takeFeaturesFrom(() => new Set([id]))
    const gone = ALL.filter(({ feature }) => feature === id).map((row) => row.id)
    expect(ids().filter((one) => gone.includes(one))).toEqual([])
  }
  takeFeaturesFrom(() => new Set(FEATURES.map(({ id }) => id)))
  expect([...new Set(ids())]).toEqual(ALL.flatMap((row) => (row.feature === undefined ? row.id : [])))
  takeFeaturesFrom(() => new Set())
  expect(ids()).toEqual(before)
})

test('FT7: an address is off while its feature is, with all that stands under it', () => {
  expect(['/mail/inbox/x', '/my-phone', '/outgoing', '/orders/work', '/home'].map(offAt)).toEqual(
    Array(5).fill(undefined),
  )
  takeFeaturesFrom(() => new Set(['mail', 'telephony', 'workOrders']))
  expect(['/mail/inbox/x', '/settings/mail', '/my-phone', '/calls/all', '/orders/work/draft/new'].map(offAt)).toEqual([
    ...['mail', 'mail', 'telephony', 'telephony', 'workOrders'],
  ])
  expect(['/outgoing', '/orders/customer', '/settings/features'].map(offAt)).toEqual(Array(3).fill(undefined))
  takeFeaturesFrom(() => new Set(['mail', 'sms']))
  expect(offAt('/outgoing')).toBe('mail')
})

test('a feature leads where something of it stands', () => {
  const here = FEATURES.filter(({ id }) => ALL.some(({ feature }) => [feature].flat().includes(id)))
  const led = here.filter(({ id }) =>
    ALL.some(({ path, feature }) => path === WAYS[id] && [feature].flat().includes(id)),
  )
  expect(led).toEqual(here)
})
