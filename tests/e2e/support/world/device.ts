import { type Browser, type BrowserContext, chromium, expect, type Page } from '@playwright/test'
import { CHROMIUM } from '../../../../scripts/chromium.ts'
import { DEMO_PASSWORD } from '../../../../shared/demo/staff.ts'
import { type Relay, startRelay } from '../../../support/relay/relay.ts'

/** The screen of a device: its size, and whether it is one for fingers, without a mouse. */
export interface Screen {
  readonly width: number
  readonly height: number
  readonly touch?: boolean
}

/** Screens that screens are tried at. */
export const DESK: Screen = { width: 1280, height: 800 }
export const TABLET: Screen = { width: 820, height: 1180 }
export const PHONE: Screen = { width: 390, height: 844 }

/** A device: a browser of its own behind a line of its own, which can be cut without the browser knowing. */
export interface Device {
  readonly page: Page
  readonly context: BrowserContext
  readonly line: Relay
  /** The address that the device knows the server by. */
  readonly url: string
  /** Signs in by the form that stands at a path, that of a list if none is said; without a password as one of the demo company. */
  signIn(email: string, password?: string, path?: string): Promise<void>
  /** Somebody of the demo company has signed in and opens a path: without the form, which has tests of its own. */
  enter(email: string, path: string): Promise<void>
  /** Opens a path of the program. */
  open(path: string): Promise<void>
  /** Resolves when the screen says that everything is saved on the server. */
  saved(): Promise<void>
  /** Resolves when the screen says that something was written and cannot be sent. */
  unsent(): Promise<void>
  /** Resolves when what was done is on this device's disk. */
  kept(): Promise<void>
  /** Has the device keep the program, and resolves when it can start without the server. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** Resolves when a page says that everything is saved on the server, what was just done there, too. */
export async function isSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: 'Сохранено на сервере' })).toBeVisible()
}

/** A fresh device in front of the server at `port`. */
export async function newDevice(browser: Browser, port: number, screen = DESK): Promise<Device> {
  const line = await startRelay({ target: port })
  const { touch = false, ...viewport } = screen
  const context = await browser.newContext({ viewport, hasTouch: touch, isMobile: touch })
  await context.addInitScript(keepWhenAsked)
  const page = await context.newPage()
  return new RelayedDevice(page, context, line)
}

declare global {
  interface Window {
    keepProgram?: () => void
  }
}

/** In the page: the program is kept on the device once `ready` asks for it. Keeping it takes nearly half of what a fresh device costs. */
function keepWhenAsked(): void {
  const kept: ServiceWorkerContainer | undefined = navigator.serviceWorker
  if (!kept || kept.controller) return
  const register = kept.register.bind(kept)
  const asked = Promise.withResolvers<void>()
  window.keepProgram = asked.resolve
  kept.register = async (...worker) => {
    await asked.promise
    return await register(...worker)
  }
}

/**
 * A device whose browser keeps its profile in a folder, and its cache elsewhere: closed and begun again on the same folder
 * and line it is the same device. `close` leaves the line.
 */
export async function keptDevice(
  { profile, cache }: { readonly profile: string; readonly cache: string },
  line: Relay,
): Promise<Device> {
  const context = await chromium.launchPersistentContext(profile, {
    ...{ executablePath: CHROMIUM, viewport: DESK, locale: 'ru-RU', timezoneId: 'Europe/Moscow' },
    args: [`--disk-cache-dir=${cache}`],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  return Object.assign(new RelayedDevice(page, context, line), { close: () => context.close() })
}

class RelayedDevice implements Device {
  readonly page: Page
  readonly context: BrowserContext
  readonly line: Relay

  constructor(page: Page, context: BrowserContext, line: Relay) {
    this.page = page
    this.context = context
    this.line = line
  }

  get url(): string {
    return `http://127.0.0.1:${this.line.port}`
  }

  async signIn(email: string, password = DEMO_PASSWORD, path = '/orders/work'): Promise<void> {
    await this.open(path)
    await this.page.locator('input[type=email]').fill(email)
    await this.page.locator('input[type=password]').fill(password)
    await this.page.locator('button[type=submit]').click()
    await this.#isIn()
  }

  async enter(email: string, path: string): Promise<void> {
    const data = { email, password: DEMO_PASSWORD }
    const headers = { origin: this.url }
    const answer = await this.context.request.post(`${this.url}/api/auth/sign-in/email`, { data, headers })
    expect(answer.ok(), await answer.text()).toBe(true)
    await this.open(path)
    await this.#isIn()
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.url + path)
  }

  saved(): Promise<void> {
    return isSaved(this.page)
  }

  async unsent(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: /жд[еу]т сети/i })).toBeVisible()
  }

  async kept(): Promise<void> {
    await expect(this.page.locator('#root .saved[data-unkept]')).toHaveCount(0)
  }

  async ready(): Promise<void> {
    await this.page.evaluate(async () => {
      window.keepProgram?.()
      const { active } = await navigator.serviceWorker.ready
      if (active?.state === 'activated') return
      await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }))
    })
  }

  async close(): Promise<void> {
    await this.context.close()
    await this.line.close()
  }

  async #isIn(): Promise<void> {
    await expect(this.page.getByRole('navigation').first()).toBeVisible()
  }
}
