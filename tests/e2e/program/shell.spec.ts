import { boxOf } from '../support/screens/board.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { DESK, PHONE } from '../support/world/device.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

test('signing in leads where one was going; a menu that is opened before that screen has come stays open', async ({
  world,
}) => {
  const device = await world.device()
  const { page } = device
  const { promise: arrived, resolve: release } = Promise.withResolvers<void>()
  await page.route(/\/assets\/orders-[^/]*\.js$/, async (route) => {
    await arrived
    await route.continue()
  })
  await device.signIn(OWNER, undefined, '/orders/work?scope=all')
  await page.getByRole('button', { name: /^Меню пользователя/ }).click()
  await expect(page.getByRole('menuitem', { name: 'Выйти' })).toBeVisible()
  release()
  await expect(page.getByRole('heading', { name: 'Заказ-наряды' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Все', exact: true })).toBeChecked()
  await expect(new OrderList(page).rows().first()).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Выйти' })).toBeVisible()
})

test('a card stands beside its list and the menu on a desk, beside the list on a tablet, where the row that was opened stays, and before it on a phone', async ({
  world,
}) => {
  const device = await world.at('/orders/work?scope=all', OWNER, { width: 1024, height: 768 })
  const { page } = device
  await expect(new OrderList(page).rows().nth(4)).toBeVisible()
  // Until then orders come, and rows go down.
  await device.saved()
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 700))
  const row = page.locator('tr.table-row[data-index="27"]')
  const before = await row.boundingBox()
  await row.click()
  await expect(page.getByRole('complementary').getByRole('heading').first()).toBeVisible()
  await expect(page.locator('.table.compact')).toBeVisible()
  await expect.poll(async () => Math.abs(((await row.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(20)
  await expect(page.getByRole('button', { name: 'Развернуть меню' })).toBeVisible()

  const [menu, grid, card] = [
    page.getByRole('navigation', { name: 'Меню' }),
    page.getByRole('grid'),
    page.getByRole('complementary'),
  ]
  await page.setViewportSize(DESK)
  await expect(menu.getByText('Воронка продаж')).toBeVisible()
  await expect
    .poll(async () => {
      const [first, second, third] = [await boxOf(menu), await boxOf(grid), await boxOf(card)]
      return [first.x, second.x - first.width, second.x + second.width <= third.x, third.x + third.width]
    })
    .toEqual([0, 0, true, DESK.width])

  await page.setViewportSize(PHONE)
  await expect(grid).toBeHidden()
  await expect.poll(async () => (await boxOf(card)).width).toBe(PHONE.width)
})

test('what stands over a list leaves its foot in view, and on a phone makes way for the card', async ({ world }) => {
  const { page } = await world.at('/settings/people', OWNER, DESK)
  const [above, foot] = [page.getByText('Вход только с кодом или ключом'), page.getByText(/^\d+ запис/)]
  await expect(above).toBeVisible()
  await expect(foot).toBeInViewport({ ratio: 1 })
  await page.setViewportSize(PHONE)
  await page.getByRole('row').nth(1).click()
  await expect(page.getByRole('complementary')).toBeVisible()
  await expect(above).toBeHidden()
})
