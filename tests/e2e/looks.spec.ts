import { AxeBuilder } from '@axe-core/playwright'
import { SCREENS } from '../support/screens.ts'
import { DESK, type Device, PHONE } from './support/device.ts'
import { expect, OWNER, test } from './support/world.ts'

type Page = Device['page']

for (const language of ['ru', 'en'] as const) {
  for (const viewport of [DESK, PHONE]) {
    test(`nothing serious for axe in either theme, no errors: ${language}, ${viewport.width} px`, async ({ world }) => {
      // Every screen is looked at twice by a checker that goes through every element.
      test.setTimeout(360_000)
      const device = await world.device(viewport)
      const { page } = device
      await device.context.addInitScript((chosen) => localStorage.setItem('voronka.language', chosen), language)
      const wrong = watch(page)
      await device.open('/')
      await expect(page.locator('input[type=password]')).toBeVisible()
      await expectNothingSerious(page, 'sign-in')
      await device.signIn(OWNER)
      for (const { name, path, shown } of SCREENS) {
        await device.open(path)
        await shown(page)
        await expectNothingSerious(page, name)
      }
      expect(wrong).toEqual([])
    })
  }
}

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

/** Changes the theme as the menu does, and waits until nothing moves or fades. */
function inTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  return page.evaluate(async (chosen) => {
    document.documentElement.dataset.theme = chosen
    const isEnding = (one: Animation) => one.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(isEnding)
        .map((one) => one.finished),
    )
  }, theme)
}

/** What axe calls serious or worse, by these rules or by all; each with its places. */
async function serious(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join('; ')}`,
    )
    .sort()
}
