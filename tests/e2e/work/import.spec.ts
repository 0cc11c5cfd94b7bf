import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../../../scripts/root.ts'
import { holdDisk } from '../support/data/hold-disk.ts'
import { serious } from '../support/hands/axe.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { type Device, PHONE } from '../support/world/device.ts'
import { expect, OWNER, test, VIEWER } from '../support/world/world.ts'

type Page = Device['page']

const CSV = [
  'Код;Клиент;ИНН;Телефон;Телефон 2;Скидка',
  '1;Импорт Ассоль;7707083893;+7 900 000-00-01;+7 900 000-00-02;5',
  '2;Импорт Грей;;+7 900 000-00-03;;',
  '3;;;+7 900 000-00-04;;',
  '4;Импорт Лонгрен;a;b',
  '',
].join('\n')
const DEARER = CSV.replace('+7 900 000-00-03', '+7 900 000-00-33')
const CARDS = 'BEGIN:VCARD\nVERSION:3.0\nFN:Импорт Эгль\nTEL:+7 900 000-00-05\nTEL:+7 900 000-00-06\nEND:VCARD\n'

/** Chooses a file as people do: by the button. */
async function choose(page: Page, name: string, content: string | Buffer) {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^(Выбрать|Другой) файл$/ }).click()
  await (await choosing).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
}

const preview = (page: Page) => page.getByRole('region', { name: 'Что получится' })
const target = (page: Page, column: string) => page.getByRole('combobox', { name: `Поле для столбца «${column}»` })
const outcome = (page: Page, name: string) => preview(page).getByRole('radio', { name, exact: true })

async function check(page: Page) {
  await page.getByRole('button', { name: 'Проверить', exact: true }).click()
  await expect(preview(page)).toBeVisible()
}

test('a table: columns are guessed, refused rows say why, the rest is taken in, changed by the next file, and undone as one act', async ({
  world,
}) => {
  const device = await world.at('/exchange', OWNER)
  const { page } = device
  await choose(page, 'клиенты.csv', CSV)
  await expect(page.getByText('точка с запятой')).toBeVisible()
  await expect(target(page, 'Клиент')).toContainText('Название или имя')
  await expect(target(page, 'Телефон 2')).toContainText('еще один')
  await expect(target(page, 'Скидка')).toContainText('Не принимать')
  await check(page)
  await expect(outcome(page, 'Новые: 2')).toBeChecked()
  await preview(page).getByText('Не примутся: 2').click()
  await expect(preview(page).getByRole('row').filter({ hasText: 'Клиент: пусто, а значение нужно' })).toHaveCount(1)
  await expect(preview(page).getByRole('row').filter({ hasText: 'ячеек 4, а столбцов 6' })).toHaveCount(1)
  expect(await serious(page)).toEqual([])
  await page.getByRole('button', { name: 'Принять 2 записи' }).click()
  await expect(page.getByText('Создано: 2, изменено: 0, не принято: 2.')).toBeVisible()
  await device.saved()

  await choose(page, 'клиенты-2.csv', DEARER)
  await expect(page.getByText('Столбцы расставлены как в прошлый раз.')).toBeVisible()
  await check(page)
  await expect(outcome(page, 'Изменятся: 1')).toBeChecked()
  await expect(preview(page)).toContainText('Телефон: +7 900 000-00-03 → +7 900 000-00-33')
  await page.getByRole('button', { name: 'Принять 1 запись' }).click()
  await expect(page.getByText('Создано: 0, изменено: 1, не принято: 2.')).toBeVisible()
  await page.getByRole('button', { name: 'Отменить весь импорт' }).click()
  await expect(page.getByRole('button', { name: 'Отменить весь импорт' })).toHaveCount(0)
  await device.saved()
  await device.open('/customers')
  const list = new OrderList(page)
  await list.search('Импорт Грей')
  await expect(list.rows()).toHaveCount(1)
  await list.rows().first().click()
  await expect(new OrderCard(page).field('Телефон')).toHaveValue('+7 900 000-00-03')
})

test('X16: an import goes on behind another screen, and is told and undone there', async ({ world }) => {
  const device = await world.at('/exchange', OWNER)
  const { page } = device
  const rows = Array.from({ length: 600 }, (_, i) => `Импорт ${i};${i}`)
  await choose(page, 'много.csv', ['Клиент;Код', ...rows].join('\n'))
  await check(page)
  const letGo = await holdDisk(page)
  await page.getByRole('button', { name: 'Принять 600 записей' }).click()
  await page.getByRole('link', { name: 'Покупатели', exact: true }).click()
  await expect(page.getByRole('searchbox', { name: 'Найти в списке' })).toBeVisible()
  await letGo()
  const told = page.getByRole('status').filter({ hasText: 'Создано: 600, ' })
  await expect(told).toBeVisible()
  await told.getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Отменено' })).toBeVisible()
})

test('contacts come with all of their phones, also on a phone; undone they are gone', async ({ world }) => {
  const device = await world.at('/exchange', OWNER, PHONE)
  const { page } = device
  await choose(page, 'contacts.vcf', CARDS)
  await expect(page.getByText('Контакты (vCard)')).toBeVisible()
  await check(page)
  await expect(outcome(page, 'Новые: 1')).toBeChecked()
  expect(await serious(page)).toEqual([])
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: 'Принять 1 запись' }).click()
  await page.getByRole('button', { name: 'Отменить весь импорт' }).click()
  await device.saved()
  await choose(page, 'contacts.vcf', CARDS)
  await check(page)
  await expect(outcome(page, 'Новые: 1')).toBeChecked()
})

test('what is no file of these is told in words, and nothing is lost; a viewer takes nothing in', async ({ world }) => {
  const { page } = await world.at('/exchange', OWNER)
  await choose(page, 'a.xml', '<html></html>')
  await expect(page.getByRole('alert')).toContainText('это не файл обмена CommerceML')
  await choose(page, 'a.csv', '')
  await expect(page.getByRole('alert')).toContainText('файл пуст')
  const viewer = await world.at('/exchange', VIEWER)
  await expect(viewer.page.getByText('Импорт недоступен')).toBeVisible()
})

test('a workbook that the list of customers has saved is known again: nothing is made of it', async ({ world }) => {
  const device = await world.at('/customers', OWNER)
  const { page } = device
  await expect(new OrderList(page).rows().first()).toBeVisible()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Действия со списком' }).click()
  await page.getByRole('menuitem', { name: 'Сохранить в XLSX' }).click()
  const book = await readFile(await (await saving).path())
  await device.open('/exchange')
  await choose(page, 'покупатели.xlsx', book)
  await expect(page.getByText('Книга Excel')).toBeVisible()
  await check(page)
  await expect(outcome(page, 'Новые: 0')).toBeAttached()
  await expect(outcome(page, 'Без изменений: 0')).toHaveCount(0)
})

test('customers are saved as cards', async ({ world }) => {
  const { page } = await world.at('/exchange', OWNER)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Покупатели в vCard' }).click()
  const file = await saving
  expect(file.suggestedFilename()).toMatch(/^Покупатели \d{4}-\d{2}-\d{2}\.vcf$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\nFN:/)
  expect(text.match(/TEL:/g)?.length ?? 0).toBeGreaterThan(10)
})

test('orders of 1C: a file that is dropped, in Windows-1251, goes in by keys alone, with its customer; orders go out again', async ({
  world,
}) => {
  const device = await world.at('/exchange', OWNER)
  const { page } = device
  const file = await readFile(join(ROOT, 'tests/fixtures/commerceml/orders.xml'))
  await drop(page, 'orders.xml', file)
  await expect(page.getByRole('region', { name: 'Заказы', exact: true })).toContainText('В файле 1 заказ')
  expect(await serious(page)).toEqual([])
  await pressBy(page, 'Проверить')
  await expect(outcome(page, 'Новые: 1')).toBeChecked()
  await expect(preview(page)).toContainText('00УТ-000012')
  await pressBy(page, 'Принять 1 запись')
  await expect(page.getByText('Создано: 1, изменено: 0, не принято: 0.')).toBeVisible()
  await device.saved()
  const saving = page.waitForEvent('download')
  await pressBy(page, 'Заказы в CommerceML')
  const text = await readFile(await (await saving).path(), 'utf8')
  expect(text).toContain('<Номер>00УТ-000012</Номер>')
  expect(text).toContain('<ИНН>7707083893</ИНН>')
  expect(text).toContain('<Сумма>5580.90</Сумма>')
})

/** Reaches a button by Tab, and presses it. */
async function pressBy(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true })
  await expect(button).toBeEnabled()
  for (let steps = 0; steps < 80; steps++) {
    if (await button.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  throw new Error(`${name} is not reached by Tab`)
}

async function drop(page: Page, name: string, bytes: Buffer) {
  const dataTransfer = await page.evaluateHandle(
    ([file, all]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(all)], file))
      return transfer
    },
    [name, [...bytes]] as const,
  )
  await page.getByRole('region', { name: 'Выбрать файл' }).dispatchEvent('drop', { dataTransfer })
}

test('an import left in the middle is taken back by itself, and told of', async ({ world }) => {
  const device = await world.at('/exchange', OWNER)
  const { page } = device
  const rows = Array.from({ length: 20_000 }, (_, i) => `Обрыв ${i};+7 900 ${String(i).padStart(7, '0')}`)
  await choose(page, 'обрыв.csv', ['Клиент;Телефон', ...rows].join('\n'))
  await check(page)
  await page.getByRole('button', { name: 'Принять 20 000 записей' }).click()
  page.on('dialog', (dialog) => void dialog.accept())
  // Some of it was taken in.
  await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0)
  // However slow the browser is to reload, it goes on no further.
  await holdDisk(page)
  await page.reload()
  await expect(page.getByText('Импорт прервался на середине. Все взято назад')).toBeVisible()
  await page.getByRole('button', { name: 'Понятно' }).click()
  await expect(page.getByText('Импорт прервался на середине.')).toHaveCount(0)
  await device.saved()
  await device.open('/customers')
  const list = new OrderList(page)
  await list.search('Обрыв')
  await expect(list.rows()).toHaveCount(0)
})
