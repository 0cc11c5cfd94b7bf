import type { Page } from '@playwright/test'
import { serveGallery } from '../../support/gallery.ts'
import { GATES, goTo, SCREENS } from '../../support/screens/index.ts'
import { stage } from '../../support/screens/staged.ts'
import { startServer } from '../../support/server.ts'
import { serious } from '../support/hands/axe.ts'
import { boxOf } from '../support/screens/board.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { DESK, PHONE, TABLET } from '../support/world/device.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

/** Every screen is walked on a phone, and on a desk or a tablet: half of them each; in both languages. The pages outside the frame go with the first half. */
const WALKS = [
  { language: 'ru', viewport: DESK, half: 0 },
  { language: 'en', viewport: TABLET, half: 1 },
  { language: 'en', viewport: PHONE, half: 0 },
  { language: 'ru', viewport: PHONE, half: 1 },
] as const

for (const { language, viewport, half } of WALKS) {
  test(`nothing serious for axe in either theme, no errors: ${language}, ${viewport.width} px`, async ({ world }) => {
    // Every screen is looked at twice by a checker that goes through every element.
    test.setTimeout(360_000)
    const staged = await stage(world.server)
    const device = await world.device(viewport)
    const { page } = device
    await device.context.addInitScript((chosen) => localStorage.setItem('voronka.language', chosen), language)
    const wrong = watch(page)
    await device.signIn(OWNER)
    for (const screen of SCREENS.filter((_, i) => i % 2 === half)) {
      await goTo(page, device.url, staged, screen)
      await expectNothingSerious(page, screen.name)
    }
    expect(wrong).toEqual([])
    // Each of them begins where the one before has ended.
    for (const screen of half === 0 ? GATES : []) {
      await goTo(page, device.url, staged, screen)
      await expectNothingSerious(page, screen.name)
    }
    staged.close()
  })
}

test('nothing serious for axe on the page of the first start', async ({ page }) => {
  await using empty = await startServer()
  await page.goto(empty.url)
  await expect(page.locator('input[type=password]')).toBeVisible()
  await expectNothingSerious(page, 'first start')
})

test('nothing serious for axe in the gallery of parts, in either theme, on a desk and a phone', async ({ page }) => {
  await using gallery = await serveGallery()
  const wrong = watch(page)
  for (const viewport of [DESK, PHONE]) {
    await page.setViewportSize(viewport)
    await page.goto(gallery.url)
    await expect(new OrderList(page).rows().first()).toBeVisible()
    await expectNothingSerious(page, `gallery, ${viewport.width} px`)
    await page.getByRole('button', { name: 'Finder' }).click()
    await expect(page.getByRole('option').first()).toBeVisible()
    await expectNothingSerious(page, `finder, ${viewport.width} px`)
  }
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Dialog', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Dialog' })
  await sheet.getByRole('button', { name: 'Toast' }).click()
  const toast = page.locator('.toast')
  const above = async () => (await boxOf(sheet)).y - (await boxOf(toast)).y - (await boxOf(toast)).height
  await expect.poll(above, 'on a phone what is said covers nothing of the sheet').toBeGreaterThan(0)
  await toast.locator('button').click({ timeout: 5_000 })
  await expect(toast).toHaveCount(0)
  await expect(sheet).toBeVisible()
  expect(wrong).toEqual([])
})

test('what is wrong is found', async ({ page }) => {
  await page.setContent('<html lang="ru"><title>t</title><button></button><p style="color:#ccc">видно плохо</p></html>')
  expect((await serious(page)).map((one) => one.split(':')[0])).toEqual(['button-name', 'color-contrast'])
})

/** What the browser complains about: errors, and what the page's policy refuses. */
function watch(page: Page): string[] {
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) wrong.push(message.text())
  })
  return wrong
}

/** Looks at a screen in both themes; the colours are all that differs between them. */
async function expectNothingSerious(page: Page, screen: string): Promise<void> {
  await inTheme(page, 'light')
  expect.soft(await serious(page), `${screen}, light`).toEqual([])
  await inTheme(page, 'dark')
  expect.soft(await serious(page, ['color-contrast']), `${screen}, dark`).toEqual([])
}

/** Changes the theme as the menu does. */
function inTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  return page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen
  }, theme)
}
