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

const NO_REASON = '[Причина отмены]: в этом заказе не заполнено'

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
  // Another test may have cancelled the first one.
  for (let at = 0; at === 0 || !(await dialog.getByText(NO_REASON).isVisible()); at++) {
    await dialog.getByRole('combobox', { name: 'Заказ' }).click()
    await dialog.getByRole('combobox', { name: 'Заказ' }).fill('')
    const option = page.getByRole('option').nth(at)
    const number = (await option.textContent())?.split(' · ')[0] ?? ''
    await option.click()
    await expect(dialog.locator('.letter-subject')).toHaveText(`Заказ ${number} готов`)
  }
  await expect(dialog.locator('.body-view strong')).toHaveText('Здравствуйте!')
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
  await dialog.getByRole('button', { name: 'Отправить', exact: true }).click()
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

test('a letter from a template stands in the order’s timeline, and is called off where that is said', async ({
  world,
}) => {
  const { page } = await world.at('/orders/work', OWNER)
  await page
    .getByRole('row')
    .filter({ hasText: /ЗН-\d{4}/ })
    .first()
    .click()
  const number = /ЗН-\d{4}/.exec((await card(page).textContent()) ?? '')?.[0] ?? ''
  await card(page).getByRole('button', { name: 'Написать' }).click()
  const dialog = page.getByRole('dialog', { name: 'Написать' })
  await dialog.getByRole('combobox', { name: 'Шаблон' }).click()
  await page.getByRole('option', { name: /Уведомление/ }).click()
  await expect(dialog.getByRole('textbox', { name: 'Текст' })).toContainText(number)
  await dialog.getByLabel('Кому').fill('olga@salon.example')
  await dialog.getByRole('textbox', { name: 'Тема' }).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Проба пера')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await card(page).getByRole('tab', { name: 'События' }).click()
  const told = card(page).getByRole('link').filter({ hasText: 'Проба пера' })
  await expect(told).toContainText('Ожидает')
  await page.getByRole('status').getByRole('button', { name: 'Отменить отправку' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Тема' })).toHaveText('Проба пера')
  await page.keyboard.press('Escape')
  await expect(told).toContainText('Отменен')
})

test('what sends letters and SMS is set up without its secrets ever being shown, and tried by a letter to oneself', async ({
  world,
}) => {
  const { page } = await world.at('/settings/sending', OWNER)
  const mail = page.getByRole('region', { name: 'Почта' })
  await expect(mail.getByText('сохраняются файлами на сервере')).toBeVisible()
  await mail.getByRole('combobox', { name: 'Почтовая служба' }).click()
  await page.getByRole('option', { name: 'Яндекс Почта' }).click()
  await expect(mail.getByRole('textbox', { name: 'Сервер' })).toHaveValue('smtp.yandex.ru')
  await mail.getByLabel('Имя для входа').fill('salon')
  await mail.getByRole('textbox', { name: 'Пароль' }).fill('очень-тайный')
  await mail.getByLabel('Адрес отправителя').fill('salon@yandex.ru')
  await mail.getByRole('button', { name: 'Записать' }).click()
  await expect(mail.getByText('Задан и не показывается')).toBeVisible()
  expect(await serious(page)).toEqual([])
  const answers: string[] = []
  page.on('response', async (response) => {
    if (response.url().endsWith('/api/sending')) answers.push(await response.text())
  })
  await page.reload()
  await expect(mail.getByLabel('Адрес отправителя')).toHaveValue('salon@yandex.ru')
  await expect(mail.getByRole('textbox', { name: 'Пароль' })).toHaveValue('')
  await expect.poll(() => answers.length).toBeGreaterThan(0)
  expect(answers.join()).not.toContain('очень-тайный')

  await mail.getByRole('button', { name: 'Отправить проверочное письмо' }).click()
  await expect(mail.getByRole('status').filter({ hasText: 'Ожидает' })).toBeVisible()
  await mail.getByRole('link', { name: 'Открыть' }).click()
  await expect(card(page).getByText('Проверка отправки')).not.toHaveCount(0)
})

test('whoever only reads sees neither templates nor messages', async ({ world }) => {
  const { page } = await world.at('/outgoing', VIEWER)
  await expect(page.getByText('Сообщения видят те, кто работает с покупателями')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Исходящие' })).toHaveCount(0)
})

test('a paper goes with a letter of its order; what is written on its card stands there over a reload, and on other devices', async ({
  world,
}) => {
  const device = await world.at('/orders/work', OWNER)
  const { page } = device
  await page
    .getByRole('row')
    .filter({ hasText: /ЗН-\d{4}/ })
    .first()
    .click()
  await card(page).getByRole('button', { name: 'Написать' }).click()
  const dialog = page.getByRole('dialog', { name: 'Написать' })
  await dialog.getByRole('textbox', { name: 'Тема' }).click()
  await page.keyboard.type('Черновик письма')
  await page.keyboard.press('Tab')
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      ...{ name: 'смета.txt', mimeType: 'text/plain', buffer: Buffer.from('смета') },
    })
  await expect(dialog.getByText('смета.txt', { exact: true })).toBeVisible()
  await dialog.getByRole('banner').getByRole('button', { name: 'Закрыть' }).click()
  await device.saved()
  await page.reload()
  await card(page).getByRole('button', { name: 'Написать' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Тема' })).toContainText('Черновик письма')
  await expect(dialog.getByText('смета.txt', { exact: true })).toBeVisible()
  await dialog.getByRole('banner').getByRole('button', { name: 'Закрыть' }).click()

  const { page: other } = await world.at(new URL(page.url()).pathname + new URL(page.url()).search, OWNER)
  const there = other.getByRole('dialog', { name: 'Написать' })
  await card(other).getByRole('button', { name: 'Написать' }).click()
  await expect(there.getByRole('textbox', { name: 'Тема' })).toContainText('Черновик письма')
  await expect(there.getByText('смета.txt', { exact: true })).toBeVisible()

  await card(page).getByRole('button', { name: 'Печать' }).click()
  await page.getByRole('menuitem', { name: 'Акт' }).click()
  await page.getByRole('button', { name: 'Отправить' }).click()
  await expect(dialog.getByText(/^Акт .*\.pdf$/)).toBeVisible()
  await expect(dialog.getByText('смета.txt', { exact: true })).toBeHidden()
  expect(await serious(page)).toEqual([])
  await dialog.getByLabel('Кому').fill('olga@salon.example')
  await expect(dialog.getByRole('textbox', { name: 'Тема' })).toContainText('Акт')
  await dialog.getByRole('textbox', { name: 'Тема' }).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Акт работ')
  await dialog.getByRole('textbox', { name: 'Текст' }).click()
  await page.keyboard.type('Посмотрите акт')
  await dialog.getByRole('button', { name: 'Отправить', exact: true }).click()
  await expect(dialog).toBeHidden()
  await page.goto(`${device.url}/outgoing`)
  await page.getByRole('row').filter({ hasText: 'Акт работ' }).click()
  await expect(card(page).getByRole('button', { name: /^Акт .*\.pdf$/ })).toBeVisible()
})
