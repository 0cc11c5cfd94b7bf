import type { Page } from '@playwright/test'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { type Device, isSaved } from '../support/world/device.ts'
import { ABDULOV, expect, test, VEDERKIN } from '../support/world/world.ts'

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
  await new OrderList(second).rows().first().click()
  const card = new OrderCard(second)
  await expect(card.field('Контакт')).toBeVisible()
  await device.ready()

  await card.field('Контакт').fill('не записано')
  await leave(page)
  await expect(page.getByRole('alertdialog')).toContainText('Что-то еще не записано')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Отмена' }).click()
  await card.set('Контакт', 'в сети')
  await isSaved(second)

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

/** A browser without SharedWorker, as Chrome on Android was for long. */
function withoutSharedWorker(device: Device) {
  return device.context.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'))
}

/** What Chromium says to a page that it freezes, or lets go on; here all pages are in view, and those it does not freeze. */
function say(page: Page, event: 'freeze' | 'resume'): Promise<boolean> {
  return page.evaluate((name) => document.dispatchEvent(new Event(name)), event)
}

test('without SharedWorker one tab hosts the worker: closed or frozen, another goes on, with what was written offline', async ({
  world,
}) => {
  const device = await world.device()
  await withoutSharedWorker(device)
  await device.signIn(ABDULOV)
  const { page, context } = device
  await device.saved()
  const second = await context.newPage()
  await second.goto(page.url())
  await new OrderList(second).rows().first().click()
  const card = new OrderCard(second)
  await expect(card.field('Контакт')).toBeVisible()
  await device.ready()
  expect([page.workers().length, second.workers().length]).toEqual([1, 0])

  device.line.cut()
  await card.set('Контакт', 'при первой вкладке')
  await expect(second.getByRole('status').filter({ hasText: 'ждет сети' })).toBeVisible()
  await page.close()
  await expect.poll(() => second.workers().length).toBe(1)
  await card.set('Примечание', 'без нее')
  await card.expects('Контакт', 'при первой вкладке')
  device.line.restore()
  await isSaved(second)

  const third = await context.newPage()
  await third.goto(second.url())
  const other = new OrderCard(third)
  await other.expects('Примечание', 'без нее')
  await say(second, 'freeze')
  await expect.poll(() => third.workers().length).toBe(1)
  await other.set('Контакт', 'пока та спит')
  await say(second, 'resume')
  await card.expects('Контакт', 'пока та спит')
  const elsewhere = await world.signedIn(VEDERKIN)
  await elsewhere.page.goto(elsewhere.url + new URL(second.url()).pathname)
  const seen = new OrderCard(elsewhere.page)
  await seen.expects('Контакт', 'пока та спит')
  await seen.expects('Примечание', 'без нее')
})
