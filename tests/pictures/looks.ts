import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { CHROMIUM } from '../../scripts/chromium.ts'
import { serveGallery } from '../support/gallery.ts'
import { signIn } from '../support/screens/gates.ts'
import { GATES, goTo } from '../support/screens/index.ts'
import { type Screen, visible } from '../support/screens/screen.ts'
import { stage, WALKER } from '../support/screens/staged.ts'
import { startServer } from '../support/server.ts'
import { PICTURED } from './screens.ts'

/** What screens are looked at on: a desk with a mouse, a tablet and a phone with fingers. */
const DEVICES: readonly BrowserContextOptions[] = [
  { viewport: { width: 1280, height: 800 } },
  { viewport: { width: 820, height: 1180 }, isMobile: true, hasTouch: true },
  { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
]
const LANGUAGES = ['ru', 'en'] as const
const THEMES = ['light', 'dark'] as const
/** A screen that is longer than its window is taken whole as well, up to this many pixels. */
const LONGEST = 7000

/**
 * Takes every screen on all devices in both themes and languages, for people to look at:
 * `<screen>-<width>-<language>-<theme>.png`. `words`: only screens whose names hold one of them, or only on devices of such
 * a width, or in such a language; none takes all.
 */
export async function takeLooks(folder: string, words: readonly string[]): Promise<void> {
  const out = resolve(folder)
  await mkdir(out, { recursive: true })
  const asked = askedBy(words)
  await using demo = await startServer({ args: ['--demo'] })
  await using empty = await startServer()
  await using gallery = await serveGallery()
  const staged = await stage(demo)
  const browser = await chromium.launch({ executablePath: CHROMIUM })
  for (const device of asked.devices) {
    for (const language of asked.languages) {
      const page = await newPage(browser, device, language)
      const shot: Shot = (name) =>
        take(page, join(out, `${name.replaceAll(' ', '-')}-${device.viewport?.width}-${language}`))
      for (const screen of outside(gallery.url, empty.url)) {
        if (asked.isName(screen.name)) await goTo(page, '', staged, screen).then(() => shot(screen.name))
      }
      await page.goto(demo.url)
      await signIn(page, WALKER)
      await page.getByRole('navigation').first().waitFor()
      for (const screen of [...PICTURED, ...GATES].filter(({ name }) => asked.isName(name))) {
        await goTo(page, demo.url, staged, screen)
          .then(() => shot(screen.name))
          .catch((error) => console.error(`${screen.name} could not be taken: ${error}`))
      }
      await page.context().close()
    }
  }
  await browser.close()
  staged.close()
}

/** Takes the screen that is shown, under its name. */
type Shot = (name: string) => Promise<void>

/** What the words ask for. */
function askedBy(words: readonly string[]) {
  const among = <T>(all: readonly T[], nameOf: (one: T) => string) => {
    const asked = all.filter((one) => words.includes(nameOf(one)))
    return asked.length === 0 ? all : asked
  }
  const names = words.filter((word) => !/^(\d+|ru|en)$/.test(word))
  return {
    devices: among(DEVICES, ({ viewport }) => String(viewport?.width)),
    languages: among<string>(LANGUAGES, (one) => one),
    isName: (name: string) => names.length === 0 || names.some((word) => name.includes(word)),
  }
}

/** What stands outside of the demo company. */
function outside(gallery: string, empty: string): readonly Screen[] {
  return [
    { name: 'gallery', path: gallery, shown: visible('#root tr.table-row') },
    { name: 'first start', path: empty, shown: visible('input[type=password]') },
  ]
}

/** A fresh browser that speaks a language. */
async function newPage(browser: Browser, device: BrowserContextOptions, language: string): Promise<Page> {
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  const context = await browser.newContext({ ...device, locale, timezoneId: 'Europe/Moscow' })
  return context.newPage()
}

/** In both themes, as it is seen; and whole, where there is more than is seen. */
async function take(page: Page, file: string): Promise<void> {
  for (const theme of THEMES) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen
    }, theme)
    await picture(page, `${file}-${theme}.png`)
    await whole(page, `${file}-${theme}-whole.png`)
  }
  console.log(file)
}

async function whole(page: Page, path: string): Promise<void> {
  const size = page.viewportSize()
  // A list has a window of its own on its rows.
  const hidden = await page.evaluate(() => {
    const page = document.querySelector('#content .page-body')
    const body = page ?? document.documentElement
    return page?.querySelector('[role=grid]') ? 0 : body.scrollHeight - body.clientHeight
  })
  if (!size || hidden <= 0) return
  await page.setViewportSize({ width: size.width, height: Math.min(size.height + hidden, LONGEST) })
  await picture(page, path)
  await page.setViewportSize(size)
}

function picture(page: Page, path: string): Promise<Buffer> {
  return page.screenshot({ path, animations: 'disabled' })
}
