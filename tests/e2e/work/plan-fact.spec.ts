import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { COMMON } from '../../../shared/documents/families.ts'
import { readBook } from '../../../shared/importing/reading/xlsx/read.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import { startOfDay } from '../../../shared/time/days.ts'
import { fillIn, OrderCard } from '../support/screens/order-card.ts'
import { ABDULOV, expect, OWNER, test } from '../support/world/world.ts'

/** The demo company's plan of this year by managers. */
const YEAR = startOfDay(`${new Date().getFullYear()}-01-01`, 'Europe/Moscow')
const PLAN = derivedId(COMMON, YEAR, 'demo', 'plan-managers')

test('plan and fact are saved as files; what is shipped elsewhere changes a figure at once, and behind it stands the order', async ({
  world,
}) => {
  const { page } = await world.at(`/plans/${PLAN}`, OWNER)
  await page.getByRole('main').getByRole('link', { name: 'План-факт' }).click()
  await expect(page).toHaveURL(new RegExp(`/plan-fact\\?plans=${PLAN}`))
  const fact = factOf(page, 'Абдулов')
  const before = await kopecks(fact)
  await filesTell(page, ['Абдулов', before])

  const other = await world.at('/orders/customer', ABDULOV)
  const number = await shipped(other.page)
  await expect.poll(() => kopecks(fact)).toBe(before + 20_150)

  await fact.getByRole('button').click()
  const dialog = page.getByRole('dialog', { name: /^Факт: Абдулов/ })
  await expect(dialog.getByRole('row').filter({ hasText: number })).toContainText('201,50')
  await dialog.getByRole('row').filter({ hasText: number }).click()
  await expect(page).toHaveURL(/\/orders\/customer\//)
})

/** The fact of a row over the whole plan, the last of its facts. */
function factOf(page: Page, row: string): Locator {
  const line = page.locator('.fact-table tr').filter({ has: page.getByRole('rowheader', { name: row }) })
  return line.locator('td.fact').last()
}

/** Workbook, CSV and PDF say of a row what the screen says. */
async function filesTell(page: Page, [row, fact]: readonly [string, number]): Promise<void> {
  const book = await readBook(await saved(page, 'Сохранить в XLSX'))
  if ('code' in book) throw new Error(book.code)
  const rows = book[0]?.rows ?? []
  const at = rows[0]?.indexOf('Итого: Факт') ?? -1
  expect(rows.find(([name]) => name === row)?.[at]).toBe(fact / 100)
  expect(rows).toHaveLength((await page.locator('.fact-table tbody tr, .fact-table tfoot tr').count()) + 1)

  const csv = new TextDecoder().decode(await saved(page, 'Сохранить в CSV'))
  const lines = csv.trim().split('\r\n')
  expect(lines).toHaveLength(rows.length)
  const told = lines.find((line) => line.includes(row))?.split(';')[at] ?? ''
  expect(Number(told.replaceAll('"', '').replace(',', '.'))).toBe(fact / 100)

  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'PDF', exact: true }).click()
  const text = await textOf(await readFile(await (await coming).path()))
  const figure = (fact / 100).toLocaleString('ru', { minimumFractionDigits: 2 })
  for (const part of ['План-факт', row, figure, 'Итого']) expect(text).toContain(part.replaceAll(/\s/g, ' '))
}

async function saved(page: Page, item: string): Promise<Uint8Array> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Файлы', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
  return readFile(await (await coming).path())
}

/** The text of a PDF, all kinds of spaces alike. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => (await (await pdf.getPage(at + 1)).getTextContent()).items),
  )
  return pages
    .flat()
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}

async function kopecks(figure: Locator): Promise<number> {
  await expect(figure).toHaveText(/\d,\d\d$/)
  return Number(((await figure.textContent()) ?? '').replaceAll(/[^\d-]/g, ''))
}

/** Makes a new order of one line, and ships all of it; its number. */
async function shipped(page: Page): Promise<string> {
  const card = new OrderCard(page)
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await card.pick('Покупатель', 'Частное лицо')
  const line = await card.addLine()
  await fillIn(line, 'Кол-во', '2')
  await fillIn(line, 'Цена', '100,75')
  await card.button('Провести').click()
  await expect(card.card).toContainText(/ЗК-\d{4}/)
  const number = /ЗК-\d{4}/.exec((await card.card.textContent()) ?? '')?.[0] ?? ''
  await card.tab('Отгрузки и оплаты')
  await card.button('Отгрузить').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отгрузить', exact: true }).click()
  await expect(card.card).toContainText('Отгружать больше нечего')
  return number
}
