import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { OUTLOOK } from '../../../shared/calendar/ical/testing/samples.ts'
import { serious } from '../support/hands/axe.ts'
import { spilled } from '../support/hands/spills.ts'
import { PHONE } from '../support/world/device.ts'
import { ABDULOV, expect, test } from '../support/world/world.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const slot = (page: Page) => page.getByRole('button', { name: /Обсуждение кухни, 24\.11\.2026, 10:30/ })
const FOR_ABDULOV = OUTLOOK.replace('Sedova@assol.example', 'Abdulov@assol.example')

async function give(page: Page, ...texts: readonly string[]): Promise<void> {
  const files = texts.map((text, at) => ({
    name: `встреча-${at}.ics`,
    mimeType: 'text/calendar',
    buffer: Buffer.from(text),
  }))
  await page.locator('input[type=file][accept*=".ics"]').setInputFiles(files)
}

async function saved(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  expect(download.suggestedFilename()).toMatch(/Обсуждение кухни.*\.ics$/)
  return (await readFile(await download.path(), 'utf8')).replace(/\r\n /g, '')
}

test('E7, E12, E36: an invitation of Outlook is shown, taken, undone, taken again, nothing new the third time; answered by a file', async ({
  world,
}) => {
  const { page } = await world.at('/calendar?view=week&date=2026-11-24', ABDULOV)
  await page.getByRole('button', { name: 'Действия с календарем' }).click()
  await expect(page.getByRole('menuitem', { name: 'Взять из файла .ics' })).toBeVisible()
  await page.keyboard.press('Escape')
  await give(page, FOR_ABDULOV, 'BEGIN:VCALENDAR\nнет')
  await expect(dialog(page)).toContainText('встреча-1.ics Файл календаря испорчен в строке 2')
  await expect(dialog(page).getByRole('listitem')).toContainText([/Обсуждение кухни.*24\.11\.2026, 10:30.*Новая/])
  await expect(slot(page)).toHaveCount(0)
  expect(await serious(page)).toEqual([])
  await dialog(page).getByRole('button', { name: 'Взять 1 запись' }).click()
  await expect(slot(page)).toBeVisible()

  await page.getByRole('button', { name: 'Вернуть как было' }).last().click()
  await expect(slot(page)).toHaveCount(0)
  await give(page, FOR_ABDULOV)
  await expect(dialog(page)).toContainText('Вернется из корзины')
  await dialog(page).getByRole('button', { name: 'Взять 1 запись' }).click()
  await expect(slot(page)).toBeVisible()
  await give(page, FOR_ABDULOV)
  await expect(dialog(page)).toContainText('Ничего нового')
  await expect(dialog(page)).toContainText('Уже взята')
  await dialog(page).getByRole('button', { name: 'Закрыть' }).first().click()
  await expect(dialog(page)).toHaveCount(0)

  await slot(page).focus()
  await page.keyboard.press('Enter')
  const card = page.getByRole('complementary')
  await card.getByRole('radio', { name: 'Возможно' }).check({ force: true })
  const reply = await saved(page, () => card.getByRole('button', { name: 'Сохранить ответ как .ics' }).click())
  expect(reply).toMatch(/METHOD:REPLY[\s\S]*ATTENDEE[^\r\n]*PARTSTAT=TENTATIVE[^\r\n]*:mailto:abdulov@assol\.example/i)
  await card.getByRole('button', { name: 'Действия с записью' }).click()
  const sent = await saved(page, () => page.getByRole('menuitem', { name: 'Сохранить как .ics' }).click())
  expect(sent).toMatch(/METHOD:REQUEST[\s\S]*SUMMARY:Обсуждение кухни/)
  expect(await serious(page)).toEqual([])
})

test('on a phone the dialog of a file, the card of an invitation and of a job made from it keep within its width', async ({
  world,
}) => {
  const { page } = await world.at('/calendar?view=agenda&date=2026-11-24', ABDULOV, PHONE)
  await give(page, FOR_ABDULOV)
  await expect(dialog(page)).toContainText('Обсуждение кухни')
  expect(await spilled(page)).toEqual([])
  await dialog(page).getByRole('button', { name: 'Взять 1 запись' }).click()
  await page
    .getByRole('button', { name: /Обсуждение кухни/ })
    .first()
    .click()
  const card = page.getByRole('complementary')
  await expect(card.getByRole('radio', { name: 'Приду', exact: true })).toBeAttached()
  await expect(card.getByRole('tab', { name: 'Главное' })).toBeVisible()
  expect(await spilled(page)).toEqual([])
  expect(await serious(page)).toEqual([])

  await card.getByRole('button', { name: 'Действия с записью' }).click()
  await page.getByRole('menuitem', { name: 'Задание' }).click()
  await page.getByRole('status').filter({ hasText: 'Задание создано' }).getByRole('button', { name: 'Открыть' }).click()
  const basis = card.getByRole('paragraph').filter({ hasText: 'Основание: Запись календаря Обсуждение кухни' })
  await expect(basis.getByRole('link')).toBeVisible()
  await expect(card.getByRole('button', { name: 'Действия с заданием' })).toBeVisible()
  expect(await spilled(page)).toEqual([])
  expect(await serious(page)).toEqual([])
})
