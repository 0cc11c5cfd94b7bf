import type { Page } from '@playwright/test'
import { serious } from '../support/hands/axe.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { ABDULOV, expect, OWNER, test } from '../support/world/world.ts'

/** How many orders a tile counts. */
async function counted(page: Page, title: string): Promise<number> {
  const tile = page.locator('.home-tile').filter({ hasText: title }).locator('.home-tile-more')
  await expect(tile).toContainText(/\d+ заказ/)
  return Number(/(\d+) заказ/.exec((await tile.textContent()) ?? '')?.[1])
}

test('an order that comes in elsewhere changes the month at once, and its figure leads to the list that has it', async ({
  world,
}) => {
  const { page } = await world.at('/home', OWNER)
  const before = await counted(page, 'Заказ-наряды')
  expect(await serious(page)).toEqual([])

  const other = await world.at('/orders/work', ABDULOV)
  const card = new OrderCard(other.page)
  await other.page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await card.pick('Покупатель', 'Частное лицо')
  await card.button('Провести').click()
  await expect.poll(() => counted(page, 'Заказ-наряды')).toBe(before + 1)

  await page.getByRole('link', { name: /^Заказ-наряды\s*\d/ }).click()
  await expect(page).toHaveURL(/\/orders\/work\?/)
  // Its head is a row of it, too.
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(before + 2))
})

test('the choice between one’s own day and the month is remembered; a manager begins with the day', async ({
  world,
}) => {
  const { page } = await world.at('/home', ABDULOV)
  const day = page.getByRole('radio', { name: 'Мой день' })
  await expect(day).toBeChecked()
  await expect(page.getByRole('heading', { name: 'Пропущено' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Мой план/ })).toContainText('%')
  await page.getByRole('radio', { name: 'Месяц компании' }).check({ force: true })
  await expect(page.getByRole('heading', { name: 'Воронка месяца' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Воронка месяца' })).toBeVisible()
})
