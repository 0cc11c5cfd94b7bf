import { expect, type Locator, type Page } from '@playwright/test'
import { Finger, middleOf } from '../screens/board.ts'
import { tooSmallAt } from './targets.ts'

/** A hand before a touch screen: it taps, swipes, rests, and types on the keyboard that the screen shows. */
export class Hand {
  readonly page: Page
  readonly finger: Finger

  private constructor(page: Page, finger: Finger) {
    this.page = page
    this.finger = finger
  }

  static async before(page: Page): Promise<Hand> {
    await page.addInitScript(() => {
      const note = ({ pointerType }: PointerEvent) => {
        if (pointerType === 'mouse') document.documentElement.dataset.mouse = 'seen'
      }
      for (const event of ['pointerdown', 'pointermove'] as const) addEventListener(event, note, true)
    })
    return new Hand(page, await Finger.on(page))
  }

  /** Taps one element after the other; each has to be large enough for a finger. */
  async tap(...elements: readonly Locator[]): Promise<void> {
    for (const element of elements) {
      // What comes in may grow still.
      await expect.poll(() => tooSmallAt(element)).toEqual([])
      await element.tap()
    }
  }

  /** Fills in a field and leaves it; the screen's keyboard gives no keys, but for its Enter. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.type(field, text)
    await this.page.keyboard.press('Enter')
  }

  /** Chooses in a field that is searched by typing. */
  async pick(field: Locator, text: string, option = text): Promise<void> {
    await this.type(field, text)
    await this.page.getByRole('option', { name: option, exact: true }).tap()
  }

  async type(field: Locator, text: string): Promise<void> {
    await field.tap()
    await expect(field).toBeFocused()
    await field.evaluate((one) => (one as HTMLInputElement).select())
    await this.page.keyboard.insertText(text)
  }

  /** Comes down on an element and goes at once, `by` pixels to the right and down. */
  async swipe(element: Locator, by: { readonly x?: number; readonly y?: number }): Promise<void> {
    const { x, y } = await middleOf(element)
    await this.finger.swipe({ x, y }, { x: x + (by.x ?? 0), y: y + (by.y ?? 0) })
  }

  /** Rests on an element until it is taken: what shows that it is. */
  async rest(element: Locator, taken: Locator): Promise<void> {
    await this.finger.down(await middleOf(element))
    await expect(taken).not.toHaveCount(0)
  }

  /** Nothing came from a mouse. */
  async hadNoMouse(): Promise<void> {
    expect(await this.page.evaluate(() => document.documentElement.dataset.mouse)).toBeUndefined()
  }
}
