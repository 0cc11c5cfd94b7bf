import { expect, test } from 'vitest'
import { SETTINGS_ROWS } from '../../records/settings/settings-rows.ts'
import { isInSettings, MENU_ROWS, menuFor, rowAt } from './menu.ts'

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
