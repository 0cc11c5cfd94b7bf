import type { Page } from '@playwright/test'
import { choose } from '../../../support/choices.ts'
import { goOn } from '../../../support/screens/index.ts'
import { type Screen as Shown, visible } from '../../../support/screens/screen.ts'
import { type Staged, stage } from '../../../support/screens/staged.ts'
import type { Device, Screen } from '../world/device.ts'
import { expect, OWNER, test, type World } from '../world/world.ts'
import type { Examiner } from './axe.ts'
import { spilled } from './spills.ts'
import { tooWide } from './targets.ts'

type Language = 'ru' | 'en'
const NAMES = { ru: 'Русский', en: 'English' } as const

/** What the browser complains about: errors, and what the page's policy refuses. */
export function watch(page: Page): string[] {
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) wrong.push(message.text())
  })
  return wrong
}

/**
 * Looks at one screen after another for what is wrong on each. Themes differ by colours alone, languages by what things are called
 * and by the room that words take: the rest is looked at once.
 */
export class Looks {
  readonly #axe: Examiner
  /** The theme that stands is looked at first. */
  #themes: readonly ('light' | 'dark')[] = ['light', 'dark']

  constructor(axe: Examiner) {
    this.#axe = axe
  }

  /** All of it, in both themes, as words stand now. */
  async whole(page: Page, name: string): Promise<void> {
    expect.soft(await this.#axe.structure(page), name).toEqual([])
    await this.room(page, name)
    for (const theme of this.#themes) {
      await inTheme(page, theme)
      expect.soft(await this.#axe.colours(page), `${name}, ${theme}`).toEqual([])
    }
    this.#themes = this.#themes.toReversed()
  }

  /** Whether all has its room: that may differ by width and language. */
  async room(page: Page, name: string): Promise<void> {
    expect.soft(await tooWide(page), `${name}: wider than the window`).toEqual([])
    expect.soft(await spilled(page), `${name}: has no room`).toEqual([])
  }
}

/** Changes the theme as the menu does; outside of the program, as the system does. */
async function inTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen
  }, theme)
}

/**
 * Somebody's walk through screens on one device. His profile stays open in a tab: there he changes his language, which all tabs
 * follow; and the data worker lives on while the tab with the screens is loaded anew.
 */
export class Walk {
  readonly page: Page
  readonly #device: Device
  readonly #profile: Page
  readonly #staged: Staged
  readonly #wrong: readonly string[]
  #language: Language = 'ru'
  /** The page whose screens one after the other are its states: what stands around them was looked at with the first. */
  #pathname = ''
  #isNew = true

  private constructor(device: Device, profile: Page, staged: Staged) {
    this.page = device.page
    this.#device = device
    this.#profile = profile
    this.#staged = staged
    this.#wrong = watch(device.page)
  }

  static async begin(world: World, screen: Screen, language: Language): Promise<Walk> {
    const staged = await stage(world.server)
    const device = await world.at('/profile', OWNER, screen)
    const profile = await device.context.newPage()
    await profile.goto(`${device.url}/profile`)
    await visible('.devices > li')(profile)
    const walk = new Walk(device, profile, staged)
    if (language !== walk.#language) await walk.speakOther()
    return walk
  }

  /** Whether the screen is of another page than the one before, not a further state of it. */
  get isNewPage(): boolean {
    return this.#isNew
  }

  /** Goes to screens one after the other and does something at each. */
  async through(screens: readonly Shown[], at: (screen: Shown) => Promise<void>): Promise<void> {
    for (const screen of screens) {
      await test.step(screen.name, async () => {
        await this.to(screen)
        const { pathname } = new URL(this.page.url())
        this.#isNew = pathname !== this.#pathname
        this.#pathname = pathname
        await at(screen)
      })
    }
    this.#staged.close()
    expect(this.#wrong).toEqual([])
  }

  async to(screen: Shown): Promise<void> {
    await goOn(this.page, this.#device.url, this.#staged, screen)
  }

  /** Gives the screen another width in its place; what is another thing at that width is gone to anew. */
  async resize({ width, height }: Screen, screen: Shown): Promise<void> {
    const before = await this.#open()
    await this.page.setViewportSize({ width, height })
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    if ((await this.#open()) !== before) await this.to(screen)
  }

  /** What a screen is called, as it stands now. */
  named({ name }: Shown): string {
    return `${name}, ${this.page.viewportSize()?.width} px, ${this.#language}`
  }

  /** Goes over to the other language. */
  async speakOther(): Promise<void> {
    this.#language = this.#language === 'ru' ? 'en' : 'ru'
    await choose(this.#profile, NAMES[this.#language])
    await expect(this.page.locator('html')).toHaveAttribute('lang', this.#language)
  }

  /** What stands open over the page or beside it, by its kinds. */
  #open(): Promise<string> {
    const panes = this.page.locator('[role=dialog], [role=alertdialog], [role=menu], [role=toolbar], aside')
    return panes.evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .map((one) => one.getAttribute('role'))
        .join(' '),
    )
  }
}
