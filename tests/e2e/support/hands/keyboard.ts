import { expect, type Locator, type Page } from '@playwright/test'

/** Far enough for any way through a screen. */
const FAR = 129

/** A person who works by keyboard alone. After every act the focus stands on something, and what has it can be seen. */
export class Keyboard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      await this.isSomewhere(key)
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
    await this.isSomewhere(text)
  }

  /** Fills in a field that Tab leads to, and leaves it by Tab: that saves it. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.reach(field)
    await this.press('Control+a')
    await this.type(text)
    await this.press('Tab')
  }

  /** Chooses in a field that is searched by typing. */
  async pick(field: Locator, text: string, option = text): Promise<void> {
    await this.reach(field)
    await this.type(text)
    await this.choose(option)
  }

  /** Goes down a list of options to one, and takes it. */
  async choose(option: string): Promise<void> {
    const wanted = this.page.getByRole('option', { name: option, exact: true })
    await this.highlight(wanted)
    await this.press('Enter')
  }

  /** Goes down to an item of a menu, and takes it. */
  async take(item: string): Promise<void> {
    await this.highlight(this.page.getByRole('menuitem', { name: item, exact: true }))
    await this.press('Enter')
  }

  /** Goes by Tab to an element, by Shift+Tab to one that stands before; behind the last one the way begins again. */
  async reach(element: Locator, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(element).toBeVisible()
    for (let steps = 0; steps < FAR; steps++) {
      const place = await element.evaluate(focus)
      if (place === 'there') return
      // On nothing it may stand where a screen begins.
      if (!/^(seen|nowhere)$/.test(place)) await this.isSomewhere(way)
      await this.page.keyboard.press(way)
    }
    throw new Error(`${way} does not lead to ${element}`)
  }

  /** Goes to a button and presses it. */
  async push(button: Locator, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.reach(button, way)
    await this.press('Enter')
  }

  /** The focus stands where it can be seen; what just went away may take a moment to hand it on. */
  async isSomewhere(after: string): Promise<void> {
    // What is pressed may lead to another page.
    const place = () => this.page.evaluate(focus, null).catch(String)
    await expect.poll(place, { message: `after ${after}`, intervals: [20, 50, 100] }).toBe('seen')
  }

  private async highlight(item: Locator): Promise<void> {
    await expect(item).toBeVisible()
    const isThere = () =>
      item.evaluate((one) => 'highlighted' in (one as HTMLElement).dataset || 'active' in (one as HTMLElement).dataset)
    // The list may have begun at the one after it.
    const down = Array<string>(FAR / 3).fill('ArrowDown')
    for (const key of [...down, ...down.map(() => 'ArrowUp')]) {
      if (await isThere()) return
      await this.press(key)
    }
    throw new Error(`Arrows do not lead to ${item}`)
  }
}

/**
 * In the page: where the focus is, and whether on what is wanted. What is acted on shows it by a ring: its own, that of its
 * field, or that of its row in a grid.
 */
export function focus(wanted: Element | null): string {
  const place = document.activeElement
  if (!place || place === document.body) return 'nowhere'
  const seen = place === wanted ? 'there' : 'seen'
  if (!place.matches('a, button, input, textarea, [role="grid"]')) return seen
  const row = document.getElementById(place.getAttribute('aria-activedescendant') ?? '')
  const around = [place, place.parentElement, place.parentElement?.parentElement, row]
  const rings = around.some((one) => one && getComputedStyle(one).outlineStyle === 'solid')
  const isPane = place.closest('.finder') !== null
  return rings || isPane || row !== null ? seen : `not seen: ${place.outerHTML.slice(0, 200)}`
}
