import { expect, OWNER, test } from './support/world.ts'

test('a menu that is opened before the first screen has come stays open', async ({ world }) => {
  const device = await world.device()
  const { page } = device
  const { promise: arrived, resolve: release } = Promise.withResolvers<void>()
  await page.route(/\/assets\/orders-[^/]*\.js$/, async (route) => {
    await arrived
    await route.continue()
  })
  await device.signIn(OWNER)
  await page.getByRole('button', { name: /^Меню пользователя/ }).click()
  await expect(page.getByRole('menuitem', { name: 'Выйти' })).toBeVisible()
  release()
  await expect(page.getByRole('heading', { name: 'Заказ-наряды' })).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Выйти' })).toBeVisible()
})
