import type { Page } from '@playwright/test'
import { OrderCard } from './support/order-card.ts'
import { ABDULOV, expect, test, VEDERKIN } from './support/world.ts'

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Меню пользователя/ }).click()
  await page.getByRole('menuitem', { name: 'Выйти' }).click()
}

test('signing out beside another tab, with unsent writes: both are told, another person works here, nothing is lost', async ({
  world,
}) => {
  const device = await world.signedIn(ABDULOV)
  const [page, second] = [device.page, await device.context.newPage()]
  await device.saved()
  await second.goto(page.url())
  await second.getByRole('row').nth(1).click()
  const card = new OrderCard(second)
  await expect(card.field('Контакт')).toBeVisible()
  await device.ready()

  await card.field('Контакт').fill('не записано')
  await leave(page)
  await expect(page.getByRole('alertdialog')).toContainText('Что-то еще не записано')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Отмена' }).click()
  await card.set('Контакт', 'в сети')
  await device.saved()

  device.line.cut()
  await card.set('Контакт', 'без сети')
  await expect(page.getByRole('status').filter({ hasText: 'ждет сети' })).toBeVisible()
  await leave(page)
  const asked = page.getByRole('alertdialog', { name: '1 изменение еще не на сервере' })
  await asked.getByRole('button', { name: 'Выйти' }).click()
  await expect(second.getByRole('heading', { name: 'Вы вышли в другой вкладке' })).toBeVisible()
  await expect(second.getByText('без сети')).toHaveCount(0)
  await expect(page.getByText('Чтобы войти, нужна сеть')).toBeVisible()

  device.line.restore()
  await page.getByRole('button', { name: 'Попробовать еще раз' }).click()
  await device.signIn(VEDERKIN)
  await device.saved()
  await page.goto(second.url())
  await new OrderCard(page).expects('Контакт', 'в сети')
  await leave(page)
  await expect(page.getByRole('button', { name: 'Войти', exact: true })).toBeVisible()

  const order = second.url()
  await second.getByRole('button', { name: 'Войти' }).click()
  await expect(second.getByLabel('Почта')).toBeVisible()
  await device.signIn(ABDULOV)
  await device.saved()
  await page.goto(order)
  await new OrderCard(page).expects('Контакт', 'без сети')
  await second.reload()
  await card.expects('Контакт', 'без сети')
})
