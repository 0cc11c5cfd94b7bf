import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { buildClientIfChanged } from '../../scripts/build/client.ts'
import { DEMO_PASSWORD, DEMO_USERS } from '../../shared/demo/staff.ts'
import { periodsOf } from '../../shared/plans/periods.ts'
import { largePlan } from '../support/large-plan.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { soldGoods } from '../support/sold-goods.ts'
import { during } from './feel/during.ts'
import { saved } from './feel/house.ts'
import { BrowserDevice } from './open/device.ts'
import type { BenchFigure, BenchResult } from './result.ts'

export const name = 'Filling a large plan'

const ROWS = 2000
/** The three years that plans are filled from. */
const BEFORE = { from: '2021-01-01', until: '2023-12-31', periodicity: 'byMonth' } as const

/** What a person waits for, and whether page and worker hear anything meanwhile, where a plan of 2,000 goods by 36 months is filled and changed. */
export async function run(): Promise<BenchResult> {
  await buildClientIfChanged()
  await using server = await startServer({ args: ['--demo'] })
  const plan = await furnished(server)
  const folder = await mkdtemp(join(tmpdir(), 'voronka-fill-'))
  const device = await BrowserDevice.start(join(folder, 'profile'), server.url)
  try {
    await device.enter({ email: DEMO_USERS[0]?.email ?? '', password: DEMO_PASSWORD })
    return { about: ABOUT, figures: await measured(device, plan) }
  } finally {
    await device.close()
    await rm(folder, { recursive: true })
  }
}

/** Goods that were sold and planned in the years before, and a plan that has no rows yet; its id. */
async function furnished(server: TestServer): Promise<string> {
  const firsts = await soldGoods(
    server,
    ROWS,
    periodsOf(BEFORE).map(({ until }) => until),
  )
  await largePlan(server, { fields: { ...BEFORE, first: 'byProduct' }, firsts })
  return largePlan(server, { fields: { first: 'byProduct' }, firsts: [] })
}

async function measured(device: BrowserDevice, plan: string): Promise<BenchFigure[]> {
  const { page } = device
  await device.open(`/plans/${plan}`, () => document.querySelector('.plan') !== null, '')
  await saved(device)
  await device.stored()
  const dialog = page.getByRole('dialog')
  return [
    ...(await during('what was sold asked for, until it is seen', page, () => fromSales(page))),
    ...(await during('72,000 cells filled with it, until it is said', page, () => fill(page))),
    ...(await during('until all of it is on the server', page, () => saved(device))),
    ...(await during('another plan asked for, until it is seen', page, () => fromPlan(page))),
    ...(await during('72,000 cells filled with it, until it is said', page, () => fill(page))),
    ...(await during('36,000 sums more by a tenth, until that is seen', page, () => change(page))),
    ...(await during('the same done, until it is said', page, () => act(dialog, /^Изменить 7/))),
    ...(await during('that taken back', page, () => takeBack(page))),
  ]
}

async function fromSales(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Заполнить', exact: true }).click()
  const dialog = page.getByRole('dialog')
  for (const [at, day] of ['01012021', '31122023'].entries()) {
    await dialog.locator('fieldset.plan-fields input').nth(at).fill(day)
    await page.keyboard.press('Tab')
  }
  await ready(dialog)
}

async function fromPlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Заполнить', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Другой план', { exact: true }).click()
  await dialog.getByRole('combobox').first().click()
  await page
    .getByRole('option', { name: /01\.01.*2023/ })
    .first()
    .click()
  await ready(dialog)
}

/** Resolves when it is seen what would be filled. */
function ready(dialog: Locator): Promise<void> {
  return dialog.getByRole('button', { name: /^Заполнить 7\d\s?\d\d\d ячеек/ }).waitFor()
}

async function fill(page: Page): Promise<void> {
  await act(page.getByRole('dialog'), /^Заполнить 7/)
}

async function change(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Изменить', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Изменить.*7\d/ })
    .waitFor()
}

async function act(dialog: Locator, name: RegExp): Promise<void> {
  await dialog.getByRole('button', { name }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function takeBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Вернуть как было' }).last().click()
  await page
    .getByRole('status')
    .filter({ hasText: /Отменено/ })
    .waitFor()
}

const ABOUT = `${ROWS} goods, each sold once in each of 36 months (1,440 orders of 50 lines), and a plan of those months with sums and quantities. The plan that
is filled has 36 months as well and no rows at first. The server runs on the same machine. Tasks are those of the page's main thread, and of the data worker,
in a trace. The facts of all sales are made when they are asked for first, here too.`
