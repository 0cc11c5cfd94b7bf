import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Locator, Page } from '@playwright/test'
import { PDF_TO_TEXT } from '../../../scripts/papers.ts'
import { readBook } from '../../../shared/importing/reading/xlsx/read.ts'
import { serious } from '../support/hands/axe.ts'
import { spilled } from '../support/hands/spills.ts'
import { fillIn } from '../support/screens/order-card.ts'
import { ABDULOV, expect, OWNER, test, type World } from '../support/world/world.ts'

const run = promisify(execFile)
const PHONE = { width: 390, height: 800 }

const card = (page: Page) => page.getByRole('complementary')
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
const row = (page: Page, text: string) => page.getByRole('grid').getByRole('row').filter({ hasText: text }).first()

/** The screen of goods, where there is a type of price. */
async function atGoods(world: World) {
  const device = await world.at('/settings/prices', OWNER)
  const { page } = device
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await fillIn(card(page), 'Название', 'Розничная')
  await expect(row(page, 'Розничная')).toBeVisible()
  await device.open('/goods')
  await row(page, 'Лофт').click()
  await expect(card(page).getByRole('region', { name: 'Цены' })).toBeVisible()
  return { device, page }
}

/** Asks for the type of price that the test has made, of all that there are. */
async function ofRetail(part: Locator) {
  await part.getByRole('combobox', { name: 'Вид цены', exact: true }).click()
  await part.page().getByRole('option', { name: 'Розничная', exact: true }).click()
}

async function addPrice(part: Locator, date: string, price: string) {
  await fillIn(part, 'Действует с', date)
  await fillIn(part, 'Цена', price)
  await part.getByRole('button', { name: 'Добавить цену' }).click()
}

test('N3, N7: a price stands from its day, the one that holds today is marked, and it can be taken back', async ({
  world,
}) => {
  const { page } = await atGoods(world)
  const prices = card(page).getByRole('region', { name: 'Цены' })
  await ofRetail(prices)
  await addPrice(prices, '01.01.2020', '150000')
  await addPrice(prices, '01.01.2021', '160000')
  const rows = prices.getByRole('list', { name: 'Розничная' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('01.01.2021 действует')
  await expect(rows.first()).toContainText('160 000,00')
  await addPrice(prices, '01.01.2021', '170000')
  await expect(rows.first()).toContainText('170 000,00')
  await expect(rows).toHaveCount(2)
  await rows.first().getByRole('button', { name: 'Убрать цену: 01.01.2021' }).click()
  await expect(rows).toHaveCount(1)
  await page.getByRole('status').getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(rows).toHaveCount(2)
  expect(await serious(page)).toEqual([])
})

test('N5 to N7: prices are set by a rule, seen before, as one act that is undone', async ({ world }) => {
  const { page } = await atGoods(world)
  await page.getByRole('banner').getByRole('button', { name: 'Установка цен' }).click()
  const setting = dialog(page, 'Установка цен')
  await ofRetail(setting)
  await fillIn(setting, 'Наценка или скидка, %', '10')
  const loft = setting.getByRole('row').filter({ hasText: 'Лофт' }).first()
  await expect(loft).toContainText('204 600,00')
  expect(await serious(page)).toEqual([])
  await setting.getByRole('button', { name: 'Установить' }).click()
  const rows = card(page).getByRole('list', { name: 'Розничная' }).getByRole('listitem')
  await expect(rows).toHaveText([/204\s600,00/])
  await page.getByRole('status').getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(rows).toHaveCount(0)
})

test('a price list with the columns that were chosen: on the screen, as PDF, as a workbook', async ({ world }) => {
  const { page } = await atGoods(world)
  await page.getByRole('banner').getByRole('button', { name: 'Прайс-лист' }).click()
  const list = dialog(page, 'Прайс-лист')
  await list.getByRole('checkbox', { name: 'Артикул' }).click({ force: true })
  const table = list.getByRole('article').getByRole('table').first()
  await expect(table.getByRole('columnheader')).toHaveText(['Название', 'Единица', 'Цена, руб.'])
  expect(await serious(page)).toEqual([])
  const pdf = await taken(page, list.getByRole('button', { name: 'Скачать PDF' }))
  const { stdout } = await run(PDF_TO_TEXT, ['-layout', pdf, '-'])
  expect(stdout).toContain('Лофт')
  expect(stdout.replaceAll(/\s/g, ' ')).toContain('186 000,00')
  const workbook = await taken(page, list.getByRole('button', { name: 'Скачать XLSX' }))
  const book = await readBook(await readFile(workbook))
  expect(JSON.stringify(book)).toContain('186000')
})

async function taken(page: Page, button: Locator): Promise<string> {
  const coming = page.waitForEvent('download')
  await button.click()
  return (await coming).path()
}

test('R20: a barcode whose check digit does not fit is kept, and said to', async ({ world }) => {
  const { page } = await atGoods(world)
  await expect(card(page).getByLabel('Штрихкод', { exact: true })).toBeVisible()
  await fillIn(card(page), 'Штрихкод', '4006381333932')
  await expect(card(page)).toContainText('Контрольная цифра штрихкода не сходится')
  await fillIn(card(page), 'Штрихкод', '4006381333931')
  await expect(card(page)).not.toContainText('Контрольная цифра штрихкода не сходится')
})

test('N1, N2, L11: the tree of groups: made, filled by carrying, moved by its menu; a group shows what is below it', async ({
  world,
}) => {
  const { page } = await world.at('/goods', OWNER)
  const tree = page.getByRole('navigation', { name: 'Группы' })
  const group = (name: string) => tree.getByRole('listitem').filter({ hasText: name })
  const shown = (name: string) => tree.getByRole('button', { name: new RegExp(`^${name}`) })
  const named = async (name: string) => {
    await fillIn(page.getByRole('dialog'), 'Название', name)
    await page.getByRole('dialog').getByRole('button', { name: 'Записать' }).click()
    await expect(group(name)).toBeVisible()
  }
  const act = async (name: string, chosen: string) => {
    await group(name).hover()
    await tree.getByRole('button', { name: `Действия с группой: ${name}` }).click()
    await page.getByRole('menuitem', { name: chosen }).click()
  }
  await tree.getByRole('button', { name: 'Новая группа' }).click()
  await named('Двери')
  await act('Двери', 'Добавить группу внутрь')
  await named('Окна')
  await row(page, 'Лофт').dragTo(group('Окна'))
  await expect(group('Окна')).toContainText('1')
  await expect(group('Двери')).toContainText('1')
  await shown('Двери').click()
  await expect(page.getByRole('grid')).toContainText('1 запись')
  await expect(row(page, 'Лофт')).toBeVisible()
  expect(await serious(page)).toEqual([])

  await act('Окна', 'Переложить')
  await page.getByRole('dialog').getByRole('combobox').click()
  await expect(page.getByRole('option', { name: 'Окна' })).toHaveCount(0)
  await page.getByRole('option', { name: 'Верхний уровень' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Переложить' }).click()
  await expect(row(page, 'Лофт')).toHaveCount(0)
  await group('Окна').dragTo(group('Двери'))
  await expect(row(page, 'Лофт')).toBeVisible()
  await shown('Двери').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(group('Окна')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(shown('Окна')).toBeFocused()
})

test('N9: a picture of a product is made smaller, seen on another device, told of where it cannot be read', async ({
  world,
}) => {
  const device = await world.at('/goods', OWNER)
  const { page } = device
  await row(page, 'Лофт').click()
  const picture = card(page).getByRole('region', { name: 'Картинка товара' })
  const input = picture.locator('input[type=file]')
  const give = (name: string, buffer: Buffer) => input.setInputFiles({ name, mimeType: 'image/png', buffer })
  await give('broken.png', Buffer.from('no picture'))
  await expect(page.getByText('Эту картинку не удалось прочитать')).toBeVisible()
  await give('large.png', Buffer.alloc(21_000_000))
  await expect(page.getByText('Файл картинки больше 20 МБ')).toBeVisible()
  await give('photo.png', await page.screenshot())
  const image = picture.getByRole('img')
  await expect(image).toHaveAttribute('src', /^data:image\/jpeg;base64,.{1000,87500}$/)
  expect(await serious(page)).toEqual([])
  await device.saved()
  const other = await world.at('/goods', OWNER)
  await row(other.page, 'Лофт').click()
  await expect(card(other.page).getByRole('region', { name: 'Картинка товара' }).getByRole('img')).toBeVisible()
})

test('a phone of 390 px: prices and a price list have their room', async ({ world }) => {
  const { page } = await atGoods(world)
  await page.setViewportSize(PHONE)
  await expect(card(page).getByRole('region', { name: 'Цены' })).toBeVisible()
  expect(await serious(page)).toEqual([])
  expect(await spilled(page)).toEqual([])
  await card(page)
    .getByRole('button', { name: 'Назад' })
    .or(card(page).getByRole('button', { name: 'Закрыть' }))
    .first()
    .click()
  for (const name of ['Прайс-лист', 'Установка цен']) {
    await page.getByRole('main').getByRole('button', { name: 'Цены' }).click()
    await page.getByRole('menuitem', { name }).click()
    await expect(dialog(page, name).getByRole('table').first()).toBeVisible()
    expect(await serious(page)).toEqual([])
    expect(await spilled(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog(page, name)).toHaveCount(0)
  }
})

test('D1, W1: on a phone a product has files and is discussed; what is pasted is a file there, and who is named comes to it', async ({
  world,
}) => {
  const phone = await world.at('/goods', OWNER, { ...PHONE, touch: true })
  const { page } = phone
  await row(page, 'Лофт').click()
  const tab = (name: string) => card(page).getByRole('tab', { name })
  await tab('Файлы').click()
  await expect(card(page).getByText('Файлов пока нет')).toBeVisible()
  await paste(page, 'чертеж.png', await page.screenshot())
  const file = card(page).getByRole('list', { name: 'Файлы записи' }).getByRole('listitem')
  await expect(file).toContainText('чертеж.png')
  await expect(file.locator('img')).toBeVisible()
  await expect(card(page).getByRole('region', { name: 'Картинка товара' }).getByRole('img')).toHaveCount(0)
  expect([...(await serious(page)), ...(await spilled(page))]).toEqual([])
  await tab('Обсуждения').click()
  const box = card(page).getByRole('textbox', { name: 'Написать сообщение' })
  await box.fill('@абд')
  await page.getByRole('option', { name: 'Абдулов' }).click()
  await card(page).getByRole('button', { name: 'Отправить' }).click()
  await expect(card(page).getByRole('article')).toContainText('@Абдулов')
  expect([...(await serious(page)), ...(await spilled(page))]).toEqual([])
  await phone.saved()
  phone.line.cut()
  await expect(page.getByRole('status').filter({ hasText: 'Нет сети' })).toBeAttached()
  expect(await spilled(page), 'the title has its room beside what is said of saving').toEqual([])

  const other = await world.at('/orders/work', ABDULOV)
  await other.page
    .getByRole('banner')
    .getByRole('button', { name: /Уведомления/ })
    .click()
  await other.page
    .getByRole('button', { name: /зовет вас в обсуждение/ })
    .first()
    .click()
  await expect(other.page).toHaveURL(/\/goods\//)
  await expect(card(other.page).getByRole('article')).toContainText('@Абдулов')
})

/** Pastes a picture, as whoever copied it in another program. */
async function paste(page: Page, name: string, bytes: Buffer): Promise<void> {
  const given = { name, text: bytes.toString('base64') }
  await page.evaluate(({ name, text }) => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([Uint8Array.fromBase64(text)], name, { type: 'image/png' }))
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, given)
}
