import type { Page } from '@playwright/test'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { DEMO_PASSWORD, DEMO_USERS } from '../../shared/demo/staff.ts'
import { longOrder } from '../support/long-order.ts'
import { manyGoods } from '../support/many-goods.ts'
import { startServer } from '../support/server.ts'
import { saved, shows } from './feel/house.ts'
import { tasksDuring } from './feel/trace.ts'
import type { BrowserDevice } from './open/device.ts'
import { inFolder, onDevice } from './open/stage.ts'
import { inNode, LINES } from './papers/in-node.ts'
import { type BenchFigure, type BenchResult, below, milliseconds } from './result.ts'

export const name = 'Papers and prices'

const GOODS = 10_000
/** No task of the page may be longer, ms: keys pressed meanwhile wait for it. */
const MOST = 50

/** Papers of 1,000 lines as files, and 10,000 prices set by a rule: what the libraries take alone, and what the page feels. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  const node = await inNode()
  await using server = await startServer({ args: ['--demo'] })
  const order = await longOrder(server, LINES)
  await manyGoods(server, GOODS)
  const browser = await inFolder((folder) => onDevice(folder, server, (device) => measured(device, order)))
  return { about: ABOUT, figures: [...node, ...browser] }
}

async function measured(device: BrowserDevice, order: string): Promise<BenchFigure[]> {
  const { page } = device
  await device.enter({ email: DEMO_USERS[0]?.email ?? '', password: DEMO_PASSWORD })
  await device.open(`/orders/customer/${order}`, shows, '.side-card .line')
  await saved(device)
  const paper = [
    ...(await during(`the paper of ${LINES} lines, until it is seen`, page, () => seePaper(page))),
    ...(await during('its PDF, until it is a file', page, () => download(page))),
  ]
  await device.open('/goods', shows, '#root .table-row')
  await saved(device)
  return [
    ...paper,
    ...(await during(`the dialog of prices over ${GOODS} goods`, page, () => openPrices(page))),
    ...(await during('another rule, until its preview', page, () => seePrices(page))),
    ...(await during('all of them set, until it is said', page, () => setPrices(page))),
  ]
}

async function seePaper(page: Page): Promise<void> {
  await page.getByRole('complementary').getByRole('button', { name: 'Печать' }).click()
  await page.getByRole('menuitem', { name: 'Заказ покупателя' }).click()
  await page
    .getByRole('article')
    .getByRole('cell', { name: `Line ${LINES}` })
    .waitFor({ state: 'attached' })
}

async function download(page: Page): Promise<void> {
  const coming = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Скачать PDF' }).click()
  await (await coming).path()
}

async function openPrices(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Установка цен' }).click()
  await page
    .getByRole('dialog')
    .getByText(/Изменится: /)
    .waitFor()
}

async function seePrices(page: Page): Promise<void> {
  const percent = page.getByRole('dialog').getByLabel('Наценка или скидка, %')
  await percent.fill('7')
  await percent.press('Tab')
  await page
    .getByRole('dialog')
    .getByText(/Изменится: 10\s?0\d\d/)
    .waitFor()
}

async function setPrices(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Установить' }).click()
  await page.getByRole('status').getByRole('button', { name: 'Вернуть как было' }).waitFor()
}

async function during(what: string, page: Page, deed: () => Promise<void>): Promise<BenchFigure[]> {
  const began = performance.now()
  const tasks = await tasksDuring(page, deed)
  return [
    { what, value: milliseconds(performance.now() - began) },
    below(`${what}: longest task of the page`, Math.max(0, ...tasks), 'ms', MOST),
  ]
}

const ABOUT = `An invoice of ${LINES} lines as PDF and a table of as many rows as XLSX, in turns with a plain table of the same by the libraries that make them. In
the browser the demo company with an order of ${LINES} lines and ${GOODS} goods more, on a server of the same machine: what a person waits for, and the longest task of the page's
main thread in a trace; Playwright's own looking at the page is among them.`
