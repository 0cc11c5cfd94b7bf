import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { CHROMIUM } from '../../scripts/chromium.ts'
import { serveGallery } from '../support/gallery.ts'
import { signIn } from '../support/screens/gates.ts'
import { GATES, goTo, ROOMS } from '../support/screens/index.ts'
import { after, type Screen, visible } from '../support/screens/screen.ts'
import { requireFactor, type Staged, stage, WALKER } from '../support/screens/staged.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { nextClients, REQUIRED, rare } from './rare.ts'

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
  await using client = await nextClients()
  await using demo = await startServer({ args: ['--demo', '--client', client.folder] })
  await using empty = await startServer()
  await using secure = await startServer({ args: ['--https', '--http-port', '0'] })
  await using gallery = await serveGallery()
  const staged = await stage(demo)
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: asElsewhere(empty) })
  for (const look of asked.looks) {
    const album: Album = { browser, look, out, staged }
    await takeAll(album, '', asked.of(outside(gallery.url, empty, secure)))
    await takeAll(album, demo.url, asked.of([...Object.values(ROOMS).flat(), ...GATES]), (page) =>
      enter(page, demo.url),
    )
    for (const screen of asked.of(rare(client))) await takeAll(album, demo.url, [screen])
  }
  await requireFactor(demo)
  for (const look of asked.looks) {
    for (const screen of asked.of(REQUIRED)) await takeAll({ browser, look, out, staged }, demo.url, [screen])
  }
  await browser.close()
  staged.close()
}

/** A screen to look at, and the language that it speaks. */
interface Look {
  readonly device: BrowserContextOptions
  readonly language: string
}

/** Where pictures are taken, and put. */
interface Album {
  readonly browser: Browser
  readonly look: Look
  readonly out: string
  readonly staged: Staged
}

/** Takes screens one after the other in a fresh browser; what cannot be taken is said. */
async function takeAll(
  { browser, look, out, staged }: Album,
  url: string,
  screens: readonly Screen[],
  begin?: (page: Page) => Promise<void>,
): Promise<void> {
  if (screens.length === 0) return
  const page = await newPage(browser, look)
  await begin?.(page)
  for (const screen of screens) {
    const name = `${screen.name.replaceAll(' ', '-')}-${look.device.viewport?.width}-${look.language}`
    await goTo(page, url, staged, screen)
      .then(() => take(page, join(out, name)))
      .catch((error) => console.error(`${screen.name} could not be taken: ${error}`))
  }
  await page.context().close()
}

async function enter(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await signIn(page, WALKER)
  await page.getByRole('navigation').first().waitFor()
}

/** What the words ask for. */
function askedBy(words: readonly string[]) {
  const among = <T>(all: readonly T[], nameOf: (one: T) => string) => {
    const asked = all.filter((one) => words.includes(nameOf(one)))
    return asked.length === 0 ? all : asked
  }
  const names = words.filter((word) => !/^(\d+|ru|en)$/.test(word))
  const devices = among(DEVICES, ({ viewport }) => String(viewport?.width))
  const languages = among<string>(LANGUAGES, (one) => one)
  return {
    looks: devices.flatMap((device) => languages.map((language): Look => ({ device, language }))),
    of: (screens: readonly Screen[]) =>
      screens.filter(({ name }) => names.length === 0 || names.some((word) => name.includes(word))),
  }
}

/** What stands outside of the demo company. */
function outside(gallery: string, empty: TestServer, secure: TestServer): readonly Screen[] {
  return [
    ...galleryOf(gallery),
    { name: 'first start', path: empty.url, shown: visible('input[type=password]') },
    { name: 'trust', path: `http://127.0.0.1:${secure.trust?.port}`, shown: visible('main .qr') },
    { name: 'first start code', path: elsewhere(empty), shown: visible('input[inputmode=numeric]') },
  ]
}

/** The gallery, and what stands open in it. */
function galleryOf(path: string): readonly Screen[] {
  const shown = visible('#root tr.table-row')
  const opened = (...names: readonly string[]): Screen['shown'] =>
    after(shown, async (page) => {
      for (const name of names) await page.getByRole('button', { name, exact: true }).last().click()
    })
  return [
    { name: 'gallery', path, shown },
    { name: 'gallery dialog', path, shown: opened('Dialog', 'Toast') },
    { name: 'gallery question', path, shown: opened('ConfirmDialog') },
    { name: 'gallery menu', path, shown: opened('Menu') },
    { name: 'gallery popover', path, shown: opened('Popover') },
    { name: 'gallery finder', path, shown: opened('Finder') },
    { name: 'gallery toasts', path, shown: opened('Toast', 'Toast, bad', 'Toast, long work') },
    { name: 'gallery card', path, shown: after(shown, (page) => page.locator('#root tr.table-row').nth(4).click()) },
  ]
}

/** The address of a server as another computer knows it. */
function elsewhere({ port }: TestServer): string {
  return `http://office.test:${port}`
}

/** What a browser is begun with so that it comes to a server from elsewhere, over a line that it trusts. */
function asElsewhere(server: TestServer): string[] {
  return [
    '--host-resolver-rules=MAP office.test 127.0.0.1',
    `--unsafely-treat-insecure-origin-as-secure=${elsewhere(server)}`,
  ]
}

/** A fresh browser that speaks a language. */
async function newPage(browser: Browser, { device, language }: Look): Promise<Page> {
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
    await page.emulateMedia({ colorScheme: theme })
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
