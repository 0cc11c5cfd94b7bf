import type { Locator, Page } from '@playwright/test'
import { serious } from '../support/hands/axe.ts'
import { spilled } from '../support/hands/spills.ts'
import { fillIn } from '../support/screens/order-card.ts'
import { PHONE } from '../support/world/device.ts'
import { ABDULOV, expect, test } from '../support/world/world.ts'

/** A week without anything of the demo's. */
const WEEK = '/calendar?view=week&date=2031-05-14'

const slot = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const dialog = (page: Page) => page.getByRole('dialog')
const undo = (page: Page) => page.getByRole('button', { name: 'Вернуть как было' })

/** The middle of a day's time in the grid of a week, seen. */
async function placeAt(page: Page, day: number, hour: number): Promise<{ readonly x: number; readonly y: number }> {
  const column = page.locator('.ec-body .ec-day').nth(day)
  const box = await column.boundingBox()
  if (!box) throw new Error('the grid is not drawn')
  return { x: box.x + box.width / 2, y: box.y + (box.height * hour) / 24 + 3 }
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** Whether a slot has another ink in the dark than in the light, in which the page is left. */
async function inDark(one: Locator): Promise<boolean> {
  const ink = () => one.evaluate((element) => getComputedStyle(element).color)
  const light = await ink()
  await one.page().emulateMedia({ colorScheme: 'dark' })
  const dark = await ink()
  await one.page().emulateMedia({ colorScheme: 'light' })
  return dark !== light
}

async function middleOf(one: Locator) {
  const box = await one.boundingBox()
  if (!box) throw new Error('it is not drawn')
  return { x: box.x + box.width / 2, y: box.y + 8 }
}

test('what is drawn over empty time is made there; dragged, one of a series is asked for; keys move, stretch and undo', async ({
  world,
}) => {
  const device = await world.at(WEEK, ABDULOV)
  const { page } = device
  await expect(page.locator('.ec-body .ec-day')).toHaveCount(7)
  await drag(page, await placeAt(page, 0, 10), await placeAt(page, 0, 11.4))
  await expect(dialog(page).getByRole('textbox', { name: 'Начало' })).toHaveValue('12.05.2031, 10:00')
  await fillIn(dialog(page), 'Тема', 'Планерка цеха')
  await dialog(page).getByRole('combobox', { name: 'Повтор' }).click()
  await page.getByRole('option', { name: 'Каждый день' }).click()
  await dialog(page).getByRole('button', { name: 'Создать' }).click()
  await expect(slot(page, /Планерка цеха/)).toHaveCount(7)
  const isDark = await inDark(slot(page, /Планерка цеха/).first())
  expect(isDark, 'what stands in the grid has the colours of the theme').toBe(true)

  const tuesday = slot(page, /Планерка цеха, 13\.05\.2031/)
  const [from, to] = [await middleOf(tuesday), await placeAt(page, 1, 14)]
  await drag(page, from, to)
  await expect(dialog(page)).toContainText('Какие изменить?')
  await dialog(page).getByRole('button', { name: 'Изменить' }).click()
  await expect(slot(page, /13\.05\.2031, 13:\d\d–.*изменено|13\.05\.2031, 14:\d\d–.*изменено/)).toBeVisible()
  await expect(slot(page, /Планерка цеха, 14\.05\.2031, 10:00/)).toBeVisible()

  const friday = slot(page, /Планерка цеха, 16\.05\.2031/)
  await friday.focus()
  await page.keyboard.press('Control+ArrowDown')
  await dialog(page).getByRole('button', { name: 'Изменить' }).click()
  await expect(slot(page, /16\.05\.2031, 10:15–/)).toBeFocused()
  await page.keyboard.press('Delete')
  await dialog(page).getByText('Эту и следующие').click()
  await dialog(page).getByRole('button', { name: 'Удалить' }).click()
  await expect(slot(page, /Планерка цеха/)).toHaveCount(4)
  await undo(page).last().click()
  await expect(slot(page, /Планерка цеха/)).toHaveCount(7)
  expect(await serious(page)).toEqual([])

  await slot(page, /Планерка цеха, 14\.05\.2031/).focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('complementary')
  await expect(card).toContainText('каждый день')
  await fillIn(card, 'Окончание', '12.05.2031, 09:00')
  await expect(card.getByRole('alert')).toContainText('раньше')
})

test('a phone has a day and the agenda; both are within its width', async ({ world }) => {
  const device = await world.at('/calendar?date=2031-05-14', ABDULOV, PHONE)
  const { page } = device
  await expect(page.locator('.ec-body .ec-day')).toHaveCount(1)
  await page.getByRole('button', { name: 'Создать' }).click()
  await dialog(page).getByRole('button', { name: 'Создать' }).click()
  await expect(dialog(page).getByLabel('Тема')).toHaveAccessibleDescription(/Заполните/)
  await dialog(page).getByRole('button', { name: 'Подробнее' }).click()
  await expect(dialog(page).getByLabel('Тема')).toBeFocused()
  await fillIn(dialog(page), 'Тема', 'Замер на Лесной')
  await dialog(page).getByRole('button', { name: 'Создать' }).click()
  await expect(slot(page, /Замер на Лесной/)).toBeVisible()
  expect(await spilled(page)).toEqual([])
  await page.getByRole('radio', { name: 'Список' }).check({ force: true })
  await expect(page.getByRole('region', { name: /14 мая 2031/ }).getByRole('button')).toContainText('Замер на Лесной')
  const told = page.getByText('Замер на Лесной')
  await expect(told, 'what is to come is not struck out').toHaveCSS('text-decoration-line', 'none')
  expect(await spilled(page)).toEqual([])
  expect(await serious(page)).toEqual([])
})
