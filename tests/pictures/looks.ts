import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { CHROMIUM } from '../../scripts/chromium.ts'
import { DEMO_PASSWORD, DEMO_USERS } from '../../shared/demo/staff.ts'
import { startServer } from '../support/server.ts'
import { PICTURED } from './screens.ts'

/** What screens are looked at on: a desk with a mouse, a phone with fingers. */
const DEVICES: readonly BrowserContextOptions[] = [
  { viewport: { width: 1280, height: 800 } },
  { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
]
const THEMES = ['light', 'dark'] as const
/** A screen that is longer than its window is taken whole as well, up to this many pixels. */
const LONGEST = 4000

/**
 * Takes every screen on both devices in both themes, in Russian, for people to look at: `<screen>-<width>-<theme>.png`.
 * `words`: only screens whose names hold one of them; none takes all.
 */
export async function takeLooks(folder: string, words: readonly string[]): Promise<void> {
  const out = resolve(folder)
  await mkdir(out, { recursive: true })
  const isAsked = (name: string) => words.length === 0 || words.some((word) => name.includes(word))
  await using demo = await startServer({ args: ['--demo'] })
  await using empty = await startServer()
  const browser = await chromium.launch({ executablePath: CHROMIUM })
  for (const device of DEVICES) {
    if (isAsked('first-start')) await onDevice(browser, device, empty.url, (page) => take(page, out, 'first-start'))
    await onDevice(browser, device, demo.url, async (page) => {
      if (isAsked('sign-in')) await take(page, out, 'sign-in')
      await signIn(page)
      for (const { name, path, shown } of PICTURED.filter((screen) => isAsked(screen.name))) {
        await page.goto(demo.url + path)
        await shown(page)
        await saved(page)
        await take(page, out, name)
      }
    })
  }
  await browser.close()
}

/** A fresh browser in front of the program, which asks who one is, or is set up. */
async function onDevice(
  browser: Browser,
  device: BrowserContextOptions,
  url: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ ...device, locale: 'ru-RU', timezoneId: 'Europe/Moscow' })
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('input[type=password]').first().waitFor()
  await use(page)
  await context.close()
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Почта').fill(DEMO_USERS[0]?.email ?? '')
  await page.getByLabel('Пароль', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await page.getByRole('navigation').first().waitFor()
}

/** Resolves when the frame says that all is here and saved, as it mostly does. */
function saved(page: Page): Promise<void> {
  // By its attribute: behind an open dialog nothing has a role.
  return page.locator('[role=status]', { hasText: 'Сохранено' }).first().waitFor({ state: 'attached' })
}

/** In both themes, as it is seen; and whole, where there is more than is seen. */
async function take(page: Page, out: string, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  for (const theme of THEMES) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen
    }, theme)
    const file = `${name.replaceAll(' ', '-')}-${width}-${theme}`
    await picture(page, join(out, `${file}.png`))
    await whole(page, join(out, `${file}-whole.png`))
    console.log(file)
  }
}

async function whole(page: Page, path: string): Promise<void> {
  const size = page.viewportSize()
  // A list has a window of its own on its rows.
  const hidden = await page.evaluate(() => {
    const body = document.querySelector('.page-body') ?? document.documentElement
    return body.querySelector('[role=grid]') ? 0 : body.scrollHeight - body.clientHeight
  })
  if (!size || hidden <= 0) return
  await page.setViewportSize({ width: size.width, height: Math.min(size.height + hidden, LONGEST) })
  await picture(page, path)
  await page.setViewportSize(size)
}

function picture(page: Page, path: string): Promise<Buffer> {
  return page.screenshot({ path, animations: 'disabled' })
}
