import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { PDF_TO_TEXT } from '../../../scripts/papers.ts'
import { organisations } from '../../../shared/company/collections.ts'
import { ru } from '../../../shared/locales/ru/index.ts'
import { serviceDevice } from '../../faults/support/company.ts'
import { serious } from '../support/hands/axe.ts'
import { fillIn, OrderCard } from '../support/screens/order-card.ts'
import { expect, OWNER, test, type World } from '../support/world/world.ts'

const run = promisify(execFile)
const PHONE = { width: 390, height: 800 }
/** A red point, as PNG. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)

const card = (page: Page) => page.getByRole('complementary')
const paper = (page: Page) => page.getByRole('dialog').getByRole('article')

/** A new posted order of one line, on its card. */
async function withOrder(world: World) {
  const device = await world.at('/orders/customer', OWNER)
  const { page } = device
  const order = new OrderCard(page)
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await order.pick('Покупатель', 'Частное лицо')
  const line = await order.addLine()
  await line.getByRole('combobox').fill('Лофт')
  await page.getByRole('option', { name: /Лофт/ }).first().click()
  await order.button('Провести').click()
  await expect(card(page)).toContainText(/ЗК-\d{4}/)
  return { device, page, order }
}

/** Whether the paper’s beginning is what would be printed there, and nothing over it. */
async function isPrinted(page: Page): Promise<boolean> {
  await page.emulateMedia({ media: 'print' })
  const isOnTop = await paper(page).evaluate((element) => {
    const { x, y } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint(x + 5, y + 5))
  })
  await page.emulateMedia({ media: 'screen' })
  return isOnTop
}

async function pdfText(page: Page): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Скачать PDF' }).click()
  const { stdout } = await run(PDF_TO_TEXT, ['-layout', await (await coming).path(), '-'])
  return stdout.replaceAll(/\s+/g, ' ')
}

test('P7: an invoice is made from an order, has its number, says how far it is paid, and stands in the list', async ({
  world,
}) => {
  const { page, order } = await withOrder(world)
  await order.act('Счет на оплату')
  await expect(card(page)).toContainText('Не оплачен')
  await expect(page).toHaveURL(/\/invoices\//)
  await expect(page.getByRole('grid').getByRole('row').filter({ hasText: 'Частное лицо' })).toHaveCount(1)
  expect(await serious(page)).toEqual([])
  await page.setViewportSize(PHONE)
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
})

test('P7, P8, P11: papers of an order are seen before they are kept as PDF, without network too', async ({ world }) => {
  const { device, page, order } = await withOrder(world)
  await device.ready()
  await device.kept()
  await device.context.setOffline(true)
  await order.button('Печать').click()
  await page.getByRole('menuitem', { name: 'Заказ покупателя' }).click()
  await expect(paper(page)).toContainText('Лофт')
  await expect(paper(page)).toContainText('Сто восемьдесят шесть тысяч рублей 00 копеек')
  expect(await serious(page)).toEqual([])
  expect(await isPrinted(page)).toBe(true)
  expect(await pdfText(page)).toContain('Сто восемьдесят шесть тысяч рублей 00 копеек')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await device.context.setOffline(false)
})

test('P8: a picture that cannot be read is told of and left out; the rest is printed', async ({ world }) => {
  const cli = await serviceDevice(world.server, 'cli')
  const setup = await cli.synced('setup')
  cli.act((tx) => {
    for (const id of Object.keys(ru.demo.organisations)) {
      tx.add(organisations, id, 'pictures', 'seal', { use: 'seal', image: 'data:image/png;base64,AAAA' })
    }
  })
  await cli.saved(setup)
  cli.close()
  const { page, order } = await withOrder(world)
  await order.pick('Организация', Object.values(ru.demo.organisations)[0] ?? '')
  await order.button('Печать').click()
  await page.getByRole('menuitem', { name: 'Акт' }).click()
  await expect(page.getByRole('dialog')).toContainText('Картинка «Печать» не читается и не напечатается')
  expect(await pdfText(page)).toContain('Лофт')
})

test('P3: accounts and pictures of an organisation: doubts at their place, and on the paper the code for paying', async ({
  world,
}) => {
  const device = await world.at('/settings/organisations', OWNER)
  const { page } = device
  await page.getByRole('grid').getByRole('row').nth(1).click()
  const accounts = card(page).getByRole('region', { name: 'Банковские счета' })
  await accounts.getByRole('button', { name: 'Удалить: Банковский счет 1' }).click()
  await card(page).getByRole('button', { name: 'Добавить: Банковский счет' }).click()
  await fillIn(accounts, 'БИК', '044525225')
  await fillIn(accounts, 'Банк', 'Северный банк')
  await fillIn(accounts, 'Расчетный счет', '40702810138250123018')
  await expect(accounts).toContainText('Счет не сходится с БИК')
  await fillIn(accounts, 'Расчетный счет', '40702810138250123017')
  await expect(accounts).not.toContainText('Счет не сходится с БИК')
  await fillIn(accounts, 'Корр. счет', '30101810400000000225')
  const pictures = card(page).getByRole('region', { name: 'Логотип, печать и подпись' })
  const file = { name: 'logo.png', mimeType: 'image/png', buffer: POINT }
  await pictures.locator('input[type=file]').first().setInputFiles(file)
  await expect(pictures.getByRole('img', { name: 'Логотип' })).toBeVisible()
  const wrong = { ...file, buffer: Buffer.from('no picture') }
  await pictures.locator('input[type=file]').nth(1).setInputFiles(wrong)
  await expect(page.getByText('Эту картинку не удалось прочитать')).toBeVisible()
  expect(await serious(page)).toEqual([])
})

test('an invoice is paid in part, then whole, by payments of its order', async ({ world }) => {
  const { page, order } = await withOrder(world)
  const url = page.url()
  await order.act('Счет на оплату')
  await expect(card(page)).toContainText('Не оплачен')
  const invoice = page.url()
  for (const [sum, standing] of [
    ['1000', /Оплачен частично/],
    [null, /Оплачен(?! частично)/],
  ] as const) {
    await page.goto(url)
    await order.button('Принять оплату').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'По счету' }).click()
    await page.getByRole('option', { name: /осталось/ }).click()
    if (sum !== null) await fillIn(dialog, 'Сумма', sum)
    await dialog.getByRole('button', { name: 'Принять оплату', exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await page.goto(invoice)
    await expect(card(page)).toContainText(standing)
  }
})
