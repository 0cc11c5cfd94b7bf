import type { Page } from '@playwright/test'
import { expect, OWNER, test } from '../support/world/world.ts'

/** Pairs a phone that has read the code, and gives the status. */
async function pair(page: Page, code: string): Promise<number> {
  const { origin } = new URL(page.url())
  const data = { code, name: 'Samsung' }
  return (await page.request.post(`${origin}/phone/v1/pair`, { data })).status()
}

test('PH6: a phone is connected by a code, which says so as it happens, is called otherwise and removed', async ({
  world,
}) => {
  const { page } = await world.at('/profile', OWNER)
  const section = page.getByRole('region', { name: 'Мои телефоны' })
  await section.getByRole('button', { name: 'Подключить телефон' }).click()
  const dialog = page.getByRole('dialog', { name: 'Подключить телефон' })
  await dialog.getByRole('button', { name: 'Получить код' }).click()
  const code = dialog.getByText(/^\d{3} \d{3} \d{3}$/)
  await expect(dialog.getByRole('img', { name: 'Код для камеры телефона' }).locator('path')).toBeVisible()
  const digits = (await code.textContent()) ?? ''
  expect([await pair(page, digits), await pair(page, digits)]).toEqual([200, 403])
  await expect(dialog.getByText('Телефон подключен: Samsung')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Готово' })).toBeFocused()
  await page.keyboard.press('Enter')
  await section.getByRole('button', { name: 'Изменить: Samsung' }).click()
  const form = page.getByRole('dialog', { name: 'Samsung' })
  await form.getByRole('textbox', { name: 'Название' }).fill('Рабочий')
  await form.getByRole('checkbox', { name: 'Отправляет SMS' }).uncheck()
  await form.getByRole('button', { name: 'Записать' }).click()
  const row = section.getByRole('listitem').filter({ hasText: 'Рабочий' })
  await expect(row).not.toContainText('Отправляет SMS')
  await row.getByRole('button', { name: 'Удалить: Рабочий' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(row).toBeHidden()
  await expect(section).toContainText('Телефонов пока нет.')
})
