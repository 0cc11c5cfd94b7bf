import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { PDF_TO_TEXT } from '../../../scripts/papers.ts'
import { GOLDEN, SEPTEMBER } from '../support/data/september.ts'
import { FunnelScreen, KITCHENS } from '../support/screens/funnel-screen.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

const run = promisify(execFile)

/** Presses the button and takes the file: its name, and its words with a space for whatever stands between. */
async function taken(page: Page) {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Скачать PDF' }).click()
  const file = await coming
  const { stdout } = await run(PDF_TO_TEXT, ['-layout', await file.path(), '-'])
  return { name: file.suggestedFilename(), text: stdout.replaceAll(/\s+/g, ' ') }
}

test('P6: the funnel as a PDF, made without network: names, figures and conditions of the screen', async ({
  world,
}) => {
  const device = await world.signedIn(OWNER)
  const { page } = device
  await device.open(`${SEPTEMBER}&moment=end`)
  await expect(new FunnelScreen(page).states(KITCHENS).first()).toBeVisible()
  await device.ready()
  await device.context.setOffline(true)
  const { name, text } = await taken(page)
  expect(name).toMatch(/^Воронка продаж \d{4}-\d{2}-\d{2}\.pdf$/)
  expect(text).toContain('сентябрь 2016')
  for (const { kind, rows } of GOLDEN.expected) {
    expect(text).toContain(kind)
    for (const { state } of rows) expect(text).toContain(state)
  }
  await device.context.setOffline(false)
})
