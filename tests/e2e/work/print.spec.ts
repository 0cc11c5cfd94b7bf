import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { PDF_TO_TEXT } from '../../../scripts/papers.ts'
import { type BookSheet, readBook } from '../../../shared/importing/reading/xlsx/read.ts'
import { GOLDEN, SEPTEMBER } from '../support/data/september.ts'
import { FunnelScreen, KITCHENS } from '../support/screens/funnel-screen.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

const run = promisify(execFile)

/** Presses the button and takes the file: its name, and its words with a space for whatever stands between. */
async function takenPaper(page: Page) {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Скачать PDF' }).click()
  const file = await coming
  const { stdout } = await run(PDF_TO_TEXT, ['-layout', await file.path(), '-'])
  return { name: file.suggestedFilename(), text: stdout.replaceAll(/\s+/g, ' ') }
}

/** The rows of the workbook, the heads among them. */
async function takenRows(page: Page): Promise<BookSheet['rows']> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Действия с отчетом' }).click()
  await page.getByRole('menuitem', { name: 'Сохранить в XLSX' }).click()
  const bytes = await readFile(await (await coming).path())
  const sheets = (await readBook(bytes)) as readonly BookSheet[]
  return sheets[0]?.rows ?? []
}

test('P6, P9: the funnel as a PDF and as a workbook, made without network: names, figures and conditions of the screen', async ({
  world,
}) => {
  const device = await world.signedIn(OWNER)
  const { page } = device
  await device.open(`${SEPTEMBER}&moment=end`)
  await expect(new FunnelScreen(page).states(KITCHENS).first()).toBeVisible()
  await device.ready()
  await device.context.setOffline(true)
  const { name, text } = await takenPaper(page)
  expect(name).toMatch(/^Воронка продаж \d{4}-\d{2}-\d{2}\.pdf$/)
  expect(text).toContain('сентябрь 2016')
  for (const { kind, rows } of GOLDEN.expected) {
    expect(text).toContain(kind)
    for (const { state } of rows) expect(text).toContain(state)
  }
  const golden = GOLDEN.expected.flatMap(({ rows }) => rows.map(({ state, sum }) => [state, sum]))
  const [heads, ...rows] = await takenRows(page)
  const at = heads?.indexOf('Сумма, руб.') ?? -1
  expect(rows.map((row) => [row[1], row[at]])).toEqual(golden)
  await device.context.setOffline(false)
})
