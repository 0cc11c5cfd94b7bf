import type { Page } from '@playwright/test'
import { serious } from '../support/hands/axe.ts'
import { fillIn } from '../support/screens/order-card.ts'
import { ABDULOV, expect, test, VEDERKIN } from '../support/world/world.ts'

const MINUTE = 60_000

const rings = (page: Page) => page.getByRole('region', { name: 'Сработавшие напоминания' })
const dialog = (page: Page) => page.getByRole('dialog')

/** As fields write it. */
function written(at: number): string {
  return new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Moscow' }).format(
    at,
  )
}

/** A record of the calendar that begins in ten minutes: it reminds 15 minutes before, which is now. */
async function makeSoon(page: Page, subject: string, person?: string) {
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await fillIn(dialog(page), 'Тема', subject)
  await fillIn(dialog(page), 'Начало', written(Date.now() + 10 * MINUTE))
  if (person) {
    await dialog(page).getByRole('combobox', { name: 'Ответственный' }).fill(person)
    await page.getByRole('option', { name: person }).click()
  }
  await dialog(page).getByRole('button', { name: 'Создать' }).click()
  await expect(dialog(page)).toHaveCount(0)
}

test('Z8: it rings without a server, on every page until one answers; heard, no start tells it again', async ({
  world,
}) => {
  const device = await world.at('/calendar', ABDULOV)
  const { page } = device
  await device.ready()
  await device.saved()
  device.line.cut()
  await makeSoon(page, 'Позвонить в Лотос')
  await expect(rings(page)).toContainText('Позвонить в Лотос')
  expect(await serious(page)).toEqual([])
  const other = await device.context.newPage()
  await other.goto(`${device.url}/calendar`)
  await expect(rings(other)).toContainText('Позвонить в Лотос')
  await rings(other).getByRole('button', { name: 'Готово' }).click()
  for (const one of [page, other]) await expect(rings(one)).toHaveCount(0)
  await other.close()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Календарь' })).toBeVisible()
  await expect(rings(page)).toHaveCount(0)
  device.line.restore()
  await device.saved()
  const second = await world.at('/calendar', ABDULOV)
  await second.saved()
  await expect(rings(second.page), 'nor does another device of his').toHaveCount(0)
})

test('Z7: what rang while the program was closed is told at the next start as missed, and can be put off', async ({
  world,
}) => {
  const device = await world.at('/calendar?who=all', ABDULOV)
  await makeSoon(device.page, 'Замер у Ёлкина', 'Ведеркин')
  await device.saved()
  await expect(rings(device.page)).toHaveCount(0)
  const { page } = await world.at('/customers', VEDERKIN)
  await expect(rings(page)).toContainText('Замер у Ёлкина')
  await expect(rings(page)).toContainText('Пока вас не было')
  await rings(page).getByRole('button', { name: 'Открыть' }).click()
  await expect(page).toHaveURL(/\/calendar\//)
  await rings(page).getByRole('button', { name: 'Отложить' }).click()
  await page.getByRole('menuitem', { name: 'На 15 минут' }).click()
  await expect(rings(page)).toHaveCount(0)
})
