import { afterEach, expect, test } from 'vitest'
import { FEATURES } from '../../../shared/features/features.ts'
import { takeFeaturesFrom } from '../../../shared/features/known.ts'
import { SETTINGS_ROWS, settingsFor } from '../../records/settings/settings-rows.ts'
import { isInSettings, MENU_ROWS, menuFor, rowAt } from './menu.ts'

afterEach(() => takeFeaturesFrom(() => new Set()))

const ALL = [...MENU_ROWS, ...SETTINGS_ROWS]

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

test('FT3: what the company switched off stands in no menu, and comes back', () => {
  const ids = () => [...menuFor('owner'), ...settingsFor('owner')].flatMap(({ items }) => items.map(({ id }) => id))
  const before = ids()
  for (const { id } of FEATURES) {
    takeFeaturesFrom(() => new Set([id]))
    const gone = ALL.filter(({ feature }) => feature === id).map((row) => row.id)
    expect(ids().filter((one) => gone.includes(one))).toEqual([])
  }
  takeFeaturesFrom(() => new Set(FEATURES.map(({ id }) => id)))
  expect(ids()).toEqual(ALL.flatMap((row) => (row.feature === undefined ? row.id : [])))
  takeFeaturesFrom(() => new Set())
  expect(ids()).toEqual(before)
})
