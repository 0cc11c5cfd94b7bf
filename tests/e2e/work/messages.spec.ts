import type { Page } from '@playwright/test'
import { choose } from '../../support/choices.ts'
import { serious } from '../support/hands/axe.ts'
import { tooWide } from '../support/hands/targets.ts'
import { PHONE } from '../support/world/device.ts'
import { expect, OWNER, test, VIEWER } from '../support/world/world.ts'

const card = (page: Page) => page.getByRole('complementary')
const chips = (page: Page) => card(page).locator('.parameter')

/** Puts a parameter where the cursor is, found by the beginning of its name. */
async function putParameter(page: Page, text: string): Promise<void> {
  await card(page).getByRole('button', { name: 'Параметр' }).last().click()
  await page.getByRole('combobox', { name: 'Найти параметр' }).fill(text)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Найти параметр' })).toBeHidden()
}

test('a template is written with parameters as chips, and reads for an order as its customer will read it', async ({
  world,
}) => {
  const device = await world.at('/templates', OWNER)
  const { page } = device
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await card(page).getByLabel('Название').fill('Заказ готов')
  await page.keyboard.press('Enter')
  const subject = card(page).getByRole('textbox', { name: 'Тема' })
  const body = card(page).getByRole('textbox', { name: 'Текст' })
  await subject.click()
  await page.keyboard.type('Заказ [номер] готов')
  await expect(chips(page)).toHaveText(['Номер'])
  await body.click()
  await page.keyboard.type('**Здравствуйте!** Сумма ')
  await putParameter(page, 'сум')
  await page.keyboard.type(', причина [Причина отмены], [Нет такого]')
  await expect(body.locator('strong')).toHaveText('Здравствуйте!')
  await card(page).getByRole('heading', { level: 2 }).click()
  await device.saved()
  expect(await serious(page)).toEqual([])

  await card(page).getByRole('button', { name: 'Проверить шаблон' }).click()
  const dialog = page.getByRole('dialog', { name: 'Проверить шаблон' })
  await expect(dialog.getByText('[Нет такого]: такого параметра')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Заказ' }).click()
  const option = page.getByRole('option').first()
  const number = (await option.textContent())?.split(' · ')[0] ?? ''
  await option.click()
  await expect(dialog.locator('.letter-subject')).toHaveText(`Заказ ${number} готов`)
  await expect(dialog.locator('.body-view strong')).toHaveText('Здравствуйте!')
  await expect(dialog.getByText('[Причина отмены]: в этом заказе не заполнено')).toBeVisible()
  expect(await serious(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Закрыть' }).last().click()

  // It stands as it was written, chips and all.
  await page.reload()
  await expect(chips(page)).toHaveText(['Номер', 'Сумма', 'Причина отмены'])
  await expect(body).toContainText('[Нет такого]')
})

test('an SMS is written without the server, waits among the outgoing, and is called off', async ({ world }) => {
  const device = await world.at('/customers', OWNER, PHONE)
  const { page } = device
  await device.ready()
  await page.getByRole('row').filter({ hasText: 'Ассоль-Дизайн' }).first().click()
  device.line.cut()
  await card(page).getByRole('button', { name: 'Написать' }).click()
  const dialog = page.getByRole('dialog', { name: 'Написать' })
  await expect(dialog.getByText('уйдет, когда появится связь')).toBeVisible()
  await choose(dialog, 'SMS')
  await dialog.getByLabel('Кому').fill('8 921 555-01-02')
  await dialog.getByRole('textbox', { name: 'Текст' }).click()
  await page.keyboard.type('Кухня готова')
  await dialog.getByRole('button', { name: 'Как увидит получатель' }).click()
  await expect(dialog.locator('.sms-text')).toHaveText('Кухня готова')
  expect([await tooWide(page), await serious(page)]).toEqual([[], []])
  await dialog.getByRole('button', { name: 'Отправить' }).click()
  await expect(dialog).toBeHidden()
  await page.goto(`${device.url}/outgoing`)
  const row = page.getByRole('row').filter({ hasText: 'Кухня готова' })
  await expect(row).toContainText('Ожидает')
  await row.click()
  await expect(card(page)).toContainText('+79215550102')
  await card(page).getByRole('button', { name: 'Отменить отправку' }).click()
  await expect(card(page).getByText('Отменил сотрудник')).toBeVisible()
  expect([await tooWide(page), await serious(page)]).toEqual([[], []])
  device.line.restore()
  await device.saved()
})

test('whoever only reads sees neither templates nor messages', async ({ world }) => {
  const { page } = await world.at('/outgoing', VIEWER)
  await expect(page.getByText('Сообщения видят те, кто работает с покупателями')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Исходящие' })).toHaveCount(0)
})
