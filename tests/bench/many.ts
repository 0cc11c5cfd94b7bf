import type { Page } from '@playwright/test'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { during } from './feel/during.ts'
import { hasRows, inHouse, LIST, saved } from './feel/house.ts'
import { QUARTERS } from './open/data-folder.ts'
import type { BrowserDevice } from './open/device.ts'
import type { BenchFigure, BenchResult } from './result.ts'

export const name = 'Many at once'

/** One in two is open, and stands in the list. */
const ORDERS = 20_000

/** What a person waits for, and whether page and worker hear anything meanwhile, where 10,000 orders are changed at once or saved as files. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  const figures = await inHouse(
    ORDERS,
    (_device, found) => found(),
    (house) => house.on(measured),
    QUARTERS,
  )
  return { about: ABOUT, figures }
}

async function measured(device: BrowserDevice): Promise<BenchFigure[]> {
  const { page } = device
  await device.open(LIST, hasRows, '')
  await saved(device)
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+a')
  await page
    .getByRole('toolbar', { name: 'Выбранное' })
    .filter({ hasText: /10\s?000/ })
    .waitFor()
  return [
    ...(await during('a change of 10,000 orders tried out, until its preview', page, () => preview(page))),
    ...(await during('the change stopped half-way, until all of it is taken back', page, () => stop(page))),
    ...(await during('the change made, until it is said', page, () => change(page))),
    ...(await during('until all of it is on the server', page, () => saved(device))),
    ...(await during('the change taken back', page, () => takeBack(page))),
    ...(await during('until that is on the server', page, () => saved(device))),
    ...(await during('10,000 rows saved as XLSX', page, () => file(page, 'XLSX'))),
    ...(await during('10,000 rows saved as CSV', page, () => file(page, 'CSV'))),
  ]
}

async function preview(page: Page): Promise<void> {
  await page.getByRole('toolbar', { name: 'Выбранное' }).getByRole('button', { name: 'Еще' }).click()
  await page.getByRole('menuitem', { name: 'Изменить поле' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').first().click()
  await page.getByRole('option', { name: 'Примечание' }).click()
  await dialog.getByRole('textbox').last().fill('many')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: /^Изменить: 10\s?000/ }).waitFor()
}

async function stop(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Изменить: 10\s?000/ }).click()
  const dialog = page.getByRole('dialog')
  await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) >= 5000)
  await dialog.getByRole('button', { name: 'Остановить' }).click()
  await dialog.getByText('Все осталось как было').waitFor()
}

async function change(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Изменить: 10\s?000/ }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /Изменено: 10\s?000/ })
    .waitFor()
}

async function takeBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /Отменено/ })
    .waitFor()
}

async function file(page: Page, form: string): Promise<void> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Действия со списком' }).click()
  await page.getByRole('menuitem', { name: `Сохранить в ${form}` }).click()
  await coming
}

const ABOUT = `${ORDERS} orders of five years stand in the browser's store, one in two open: the list has 10,000, all of them chosen by Ctrl+A. The server
runs on the same machine. Tasks are those of the page's main thread, and of the data worker, in a trace; Playwright's own looking at the page is among them.`
