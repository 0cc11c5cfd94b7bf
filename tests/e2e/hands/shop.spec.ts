import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Page, test } from '@playwright/test'
import { CHROMIUM } from '../../../scripts/chromium.ts'
import { fieldsIn } from '../../../sync-server/site/testing/open-door.ts'
import { CATALOGUE } from '../../../sync-server/site/testing/samples.ts'
import { siteScoresOf } from '../../bench/lighthouse/scores.ts'
import { freePort } from '../../support/databases/child.ts'
import { openShop } from '../../support/shop.ts'
import { Examiner } from '../support/hands/axe.ts'
import { spilled } from '../support/hands/spills.ts'
import { DESK, PHONE } from '../support/world/device.ts'

type Shop = Awaited<ReturnType<typeof openShop>>

let site: Shop
test.beforeEach(async () => {
  site = await openShop()
})
test.afterEach(() => site.close())

const SHOWN = ['/', '/catalogue', '/catalogue/stoly', '/product/stol-kuhonnyi', '/product/stul']
const FOUND = ['/search?q=стул', '/search?q=нет', '/contacts', '/privacy', '/nothing']

test('ST11, ST12: no kind of page of the site has anything serious for axe, in light, in dark and on a phone', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: DESK })
  await site.give(context)
  const [page, axe] = [await context.newPage(), new Examiner()]
  const path = await ordered()
  const links = [site.linkOf('u', 'r1'), '/u/wrong']
  for (const one of [...SHOWN, ...FOUND, '/cart', '/order', path, ...links]) {
    await page.goto(site.url + one)
    await isFit(page, axe, one)
  }
  await page.goto(site.url + links[0])
  await page.getByRole('button').click()
  await isFit(page, axe, 'unsubscribed')
  await page.goto(`${site.url}/order`)
  await page.getByRole('textbox', { name: 'ИНН' }).fill('1')
  await page.locator('form.order button').click()
  await expect(page.getByRole('alert')).toBeVisible()
  await isFit(page, axe, 'a form with what is wrong')
  await site.publish({ ...CATALOGUE, isOn: false })
  await page.goto(site.url)
  await isFit(page, axe, 'closed')
  await context.close()
})

/** The page of an order that was just sent. */
async function ordered(): Promise<string> {
  const form = fieldsIn((await site.mine.get('/order')).text)
  const sent = { ...form, form: site.aged(String(form.form), 60_000), name: 'Иван', phone: '+79051234567' }
  const kept = new Map(site.mine.cookies)
  const { path } = await site.mine.post('/order', { ...sent, consent: 'yes' })
  for (const [name, value] of kept) site.mine.cookies.set(name, value)
  return path
}

async function isFit(page: Page, axe: Examiner, name: string): Promise<void> {
  expect.soft(await axe.structure(page), name).toEqual([])
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect.soft(await axe.colours(page), `${name}, ${colorScheme}`).toEqual([])
  }
  await page.setViewportSize(PHONE)
  expect.soft(await spilled(page), `${name}, phone`).toEqual([])
  await page.setViewportSize(DESK)
}

test('ST11, ST13: Lighthouse gives the catalogue and the order’s form 95 and more in each of its four', async () => {
  const [port, profile] = [await freePort(), await mkdtemp(join(tmpdir(), 'voronka-lighthouse-'))]
  const args = [`--remote-debugging-port=${port}`]
  const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args })
  await site.give(context)
  for (const path of ['/catalogue', '/order']) {
    const scores = await siteScoresOf(site.url + path, port, 'desktop')
    for (const [what, score] of Object.entries(scores))
      expect.soft(score, `${path}: ${what}`).toBeGreaterThanOrEqual(95)
  }
  await context.close()
  await rm(profile, { recursive: true })
})
