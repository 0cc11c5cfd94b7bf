import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { customers } from '../../../shared/customers/collections.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { serviceDevice } from '../../faults/support/company.ts'
import { choose } from '../../support/choices.ts'
import { holdDisk } from '../support/data/hold-disk.ts'
import { serious } from '../support/hands/axe.ts'
import { Finger, middleOf } from '../support/screens/board.ts'
import { OrderList, plain } from '../support/screens/order-list.ts'
import { DESK, PHONE } from '../support/world/device.ts'
import { ABDULOV, expect, test, VIEWER, type World } from '../support/world/world.ts'

/** Somebody in front of the list of work orders. */
async function atList(world: World, { email = ABDULOV, path = '/orders/work', viewport = DESK } = {}) {
  const device = await world.signedIn(email, viewport)
  await device.open(path)
  const list = new OrderList(device.page)
  await expect(list.rows(/ЗН-\d{4}/).nth(8)).toBeVisible()
  // Until then orders come.
  await device.saved()
  return { device, page: device.page, list, bar: device.page.getByRole('toolbar', { name: 'Выбранное' }) }
}

const rowAt = (page: Page, index: number) => page.locator(`tr[data-index="${index}"]`)
const markAt = (page: Page, index: number) => rowAt(page, index).locator('.table-check')
const chosen = (page: Page) => page.getByRole('grid').locator('tbody tr[aria-selected="true"]')

/** What makes files is not told of anything from now on, so that it lasts until it is stopped. Gives the end of that. */
async function deafenMakers(page: Page): Promise<() => Promise<void>> {
  const told = await page.evaluateHandle(() => {
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = () => undefined
    return postMessage
  })
  return () =>
    told.evaluate((postMessage) => {
      Worker.prototype.postMessage = postMessage
    })
}

test('rows are chosen by mark, Ctrl, Shift and keys, all of them by query; Escape lets go; a card opens by a plain click', async ({
  world,
}) => {
  const { page, list, bar } = await atList(world, { path: '/orders/work?scope=all' })
  await expect(list.grid).toHaveAttribute('aria-multiselectable', 'true')
  await markAt(page, 1).click()
  await rowAt(page, 4).click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('4 заказа')
  await rowAt(page, 7).click({ modifiers: ['Control'] })
  await expect(bar).toContainText('5 заказов')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(chosen(page)).toHaveCount(7)
  await page.keyboard.press('Shift+ArrowUp')
  await expect(chosen(page)).toHaveCount(6)
  await page.keyboard.press('Space')
  await expect(chosen(page)).toHaveCount(5)
  await page.keyboard.press('Control+a')
  const [count, sum] = plain((await list.grid.locator('tfoot').textContent()) ?? '').split(/(?<=заказ\S*)(?=\d)/)
  await expect.poll(async () => plain((await bar.textContent()) ?? '')).toContain(`Выбрано: ${count}`)
  expect(plain((await bar.textContent()) ?? '')).toContain(sum)
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await rowAt(page, 2).click()
  await expect(page.getByRole('complementary')).toBeVisible()
  await expect(chosen(page)).toHaveCount(0)
})

test('a change of many is shown before it is made, made as one act, and taken back as one; a viewer changes nothing', async ({
  world,
}) => {
  const { page, list, bar } = await atList(world, { path: '/orders/work?scope=all&sort=number' })
  // By what is drawn: behind an open dialog nothing has a role.
  const present = async () => (await page.locator('.table-row .state-of').allTextContents()).slice(0, 8)
  const states = await present()
  await list.grid.focus()
  await page.keyboard.press('Control+a')
  await bar.getByRole('button', { name: 'Состояние' }).click()
  const dialog = page.getByRole('dialog', { name: 'Состояние' })
  await dialog.getByRole('combobox', { name: 'Состояние' }).click()
  await page.getByRole('option', { name: 'Обсуждение КП' }).click()
  const preview = dialog.getByRole('region', { name: 'Что изменится' })
  await expect(preview).toContainText(/Изменится: \d+ заказ/)
  await expect(preview).toContainText(/Выезд замерщика: \d+/)
  await expect(preview).toContainText(/Уже так: \d+ заказ/)
  await expect(preview).toContainText('Заказ завершен: в работу возвращают по одному')
  const told = Number(/Изменится: (\d+)/.exec((await preview.textContent()) ?? '')?.[1])
  expect(await present()).toEqual(states)
  await dialog.getByRole('button', { name: /^Изменить/ }).click()
  await expect(page.getByRole('status').filter({ hasText: `Изменено: ${told} заказ` })).toBeVisible()
  await expect(bar).toBeVisible()
  await expect.poll(present).not.toEqual(states)
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  await expect.poll(present).toEqual(states)

  const viewer = await atList(world, { email: VIEWER })
  await markAt(viewer.page, 1).click()
  await expect(viewer.bar).toContainText('1 заказ')
  await expect(viewer.bar.getByRole('button', { name: 'Состояние' })).toHaveCount(0)
})

test('while many are changed the form is off; their undo says how far it is, and is stopped in what says so', async ({
  world,
}) => {
  await addCustomers(world, 'Дольщик', MANY)
  const device = await world.at('/customers?search=Дольщик', ABDULOV)
  const { page } = device
  // There is room for the last column, which is changed.
  await page.setViewportSize({ width: 1600, height: 800 })
  const list = new OrderList(page)
  await expect(list.grid.locator('tfoot')).toContainText(String(MANY))
  await device.saved()
  await list.grid.focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('toolbar', { name: 'Выбранное' }).getByRole('button', { name: 'Изменить поле' }).click()
  const dialog = page.getByRole('dialog', { name: 'Изменить поле' })
  await dialog.getByRole('combobox', { name: 'Поле' }).click()
  await page.getByRole('option', { name: 'Сегмент' }).click()
  const segment = dialog.getByRole('textbox', { name: 'Сегмент' })
  await segment.fill('Новостройки')
  await segment.press('Enter')
  const run = dialog.getByRole('button', { name: `Изменить: ${MANY}` })
  await expect(run).toBeEnabled()
  let letGo = await holdDisk(page)
  await run.click()
  for (const part of [run, segment, dialog.getByRole('combobox', { name: 'Поле' })]) await expect(part).toBeDisabled()
  await expect(dialog.getByRole('progressbar', { name: 'Изменяется' })).toBeVisible()
  await letGo()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: `Изменено: ${MANY}` })).toBeVisible()

  letGo = await holdDisk(page)
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(page.getByRole('progressbar', { name: 'Отменяется' })).toBeVisible()
  await page.getByRole('button', { name: 'Остановить' }).press('Enter')
  await letGo()
  await expect(page.getByRole('status').filter({ hasText: 'Остановлено. Все осталось как было.' })).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(list.rows('Новостройки').first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(list.rows('Новостройки')).toHaveCount(0)
})

/** More than are written without a pause. */
const MANY = 510

/** Adds customers from outside. */
async function addCustomers({ server }: World, name: string, count: number): Promise<void> {
  const hand = await serviceDevice(server, 'agents')
  const held = await hand.synced(`customers/${COMMON}`)
  hand.act((tx) => {
    for (let i = 1; i <= count; i++) tx.create(customers, newId(COMMON, Date.now()), { name: `${name} ${i}` })
  })
  await hand.saved(held)
  hand.close()
}

test('a field is set for many, and «Завершен» asks how they ended; what is chosen stays so when its rows leave', async ({
  world,
}) => {
  const { page, list, bar } = await atList(world)
  const numbers = (await list.column('Номер')).slice(0, 2)
  await markAt(page, 0).click()
  await markAt(page, 1).click()
  await bar.getByRole('button', { name: 'Ответственный' }).click()
  const setting = page.getByRole('dialog', { name: 'Ответственный' })
  await setting.getByRole('combobox', { name: 'Ответственный' }).fill('Соколова')
  await page.getByRole('option', { name: 'Соколова' }).click()
  await setting.getByRole('button', { name: 'Изменить: 2' }).click()
  await expect(list.rows('Соколова')).toHaveCount(2)

  await bar.getByRole('button', { name: 'Состояние' }).click()
  const dialog = page.getByRole('dialog', { name: 'Состояние' })
  await dialog.getByRole('combobox', { name: 'Состояние' }).click()
  await page.getByRole('option', { name: 'Завершен' }).click()
  await choose(dialog, 'Отменен')
  await expect(dialog).toContainText('Выберите причину отмены.')
  await expect(dialog.getByRole('button', { name: /^Изменить/ })).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'Причина отмены' }).click()
  await page.getByRole('option').first().click()
  await dialog.getByRole('button', { name: 'Изменить: 2' }).click()
  for (const number of numbers) await expect(list.rows(number)).toHaveCount(0)
  await expect(bar).toContainText('2 заказа')
  await expect(bar).toContainText('2 вне этого списка')
})

test('on a phone rows are chosen by a long press and then by taps, and the acts stand at the lower edge', async ({
  world,
}) => {
  const { page, bar } = await atList(world, { viewport: PHONE })
  const finger = await Finger.on(page)
  await finger.down(await middleOf(rowAt(page, 1)))
  await expect(chosen(page)).toHaveCount(1)
  await finger.up()
  await rowAt(page, 2).click()
  await expect(bar).toContainText('2 заказа')
  await rowAt(page, 2).click()
  await expect(bar).toContainText('1 заказ')
  await bar.getByRole('button', { name: 'Снять выбор' }).click()
  await expect(bar).toHaveCount(0)
  await page.getByRole('button', { name: 'Действия со списком' }).click()
  await page.getByRole('menuitem', { name: 'Выбрать несколько' }).click()
  await rowAt(page, 3).click()
  await expect(bar).toContainText('1 заказ')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
})

test('what is chosen is copied for a spreadsheet; the list as it is filtered is saved as CSV and XLSX, or stopped in the making', async ({
  world,
}) => {
  const { page, list, bar } = await atList(world, { path: '/orders/work?sort=number' })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const numbers = (await list.column('Номер')).slice(0, 2)
  await markAt(page, 0).click()
  await markAt(page, 1).click()
  await expect(bar).toContainText('2 заказа')
  await page.keyboard.press('Control+c')
  await expect(page.getByRole('status').filter({ hasText: 'Скопированы 2 строки' })).toBeVisible()
  const [head, ...rows] = (await page.evaluate(() => navigator.clipboard.readText())).trim().split(/\r?\n/)
  expect(head?.split('\t').slice(0, 5)).toEqual(['Номер', 'Дата', 'Покупатель', 'Состояние', 'Сумма'])
  expect(rows.map((row) => row.split('\t')[0])).toEqual(numbers)
  expect(rows[0]?.split('\t')[1]).toMatch(/^\d\d\.\d\d\.\d{4} \d\d:\d\d$/)
  expect(rows[0]?.split('\t')[4]).toMatch(/^\d+,\d\d$/)
  await page.keyboard.press('Escape')

  const count = Number(/^\d+/.exec(plain((await list.grid.locator('tfoot').textContent()) ?? ''))?.[0])
  const hearAgain = await deafenMakers(page)
  const downloads: string[] = []
  page.on('download', (download) => downloads.push(download.suggestedFilename()))
  await page.getByRole('button', { name: 'Действия со списком' }).click()
  await page.getByRole('menuitem', { name: 'Сохранить в CSV' }).click()
  const progress = page.getByRole('progressbar', { name: 'Готовится файл' })
  await expect(progress).toHaveAttribute('aria-valuetext', `${count} из ${count}`)
  expect(await serious(page)).toEqual([])
  await page.getByRole('button', { name: 'Остановить' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Остановлено. Файла нет.' })).toBeVisible()
  await expect(progress).toHaveCount(0)
  await hearAgain()

  const saved = async (act: string) => {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Действия со списком' }).click()
    await page.getByRole('menuitem', { name: act }).click()
    const file = await coming
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) }
  }
  const csv = await saved('Сохранить в CSV')
  expect(csv.name).toMatch(/^Заказ-наряды \d{4}-\d\d-\d\d\.csv$/)
  const lines = csv.content.toString('utf8').split('\r\n')
  expect(lines[0]).toMatch(/^\ufeffНомер;Дата;Покупатель;/)
  expect(lines).toHaveLength(count + 1)
  const xlsx = await saved('Сохранить в XLSX')
  expect([xlsx.name.slice(-5), xlsx.content.subarray(0, 2).toString()]).toEqual(['.xlsx', 'PK'])
  expect(downloads).toEqual([csv.name, xlsx.name])
})
