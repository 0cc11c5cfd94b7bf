import { expect, test } from 'vitest'
import { SCREENS, screenAt } from './addresses.ts'

test.each([
  ['/orders/work?scope=all&search=oven', '/orders/:sort/:id?'],
  ['/orders/work', '/orders/:sort/:id?'],
  ['/orders/customer/common-0190', '/orders/:sort/:id?'],
  ['/orders/work/draft/new', '/orders/:sort/:id?'],
  ['/orders/work/board/shop/common-0190', '/orders/:sort/board/:kind?/:id?'],
  ['/customers', '/customers/:id?'],
  ['/settings/states/made', '/settings/:list?/:id?'],
])('%s is fetched ahead as the router would open it', (path, pattern) => {
  expect(screenAt(path)?.path).toContain(pattern)
})

test('every screen is found by each of its addresses; what is no address is not', () => {
  for (const screen of SCREENS.filter(({ path }) => !path[0]?.includes('/board'))) {
    for (const path of screen.path) expect(screenAt(path.replaceAll(/:(\w+)\??/g, 'some'))).toBe(screen)
  }
  for (const path of ['/nowhere', '/funnel/more', '/orders']) expect(screenAt(path)).toBeUndefined()
})
