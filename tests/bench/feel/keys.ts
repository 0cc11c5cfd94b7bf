import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** From a key's own time to the end of the layout that it led to, ms. */
    keyTimes?: number[]
  }
}

/** From keydown to the end of the layout that follows it, for each of the keys, ms. */
export async function keyTimes(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.evaluate(measureKeys)
  for (const key of keys) await page.keyboard.press(key)
  return page.evaluate(() => window.keyTimes ?? [])
}

/**
 * In the page. The last listener of the key is ours; Solid has changed the page by then, and asking for a measure makes
 * the browser lay it out. What changes the page on `input` is measured there, as that comes after the keydown.
 */
function measureKeys(): void {
  const times: number[] = []
  window.keyTimes = times
  let pressed = 0
  const laidOut = () => {
    document.body.getBoundingClientRect()
    times[times.length - 1] = performance.now() - pressed
  }
  addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp
      times.push(0)
    },
    { capture: true },
  )
  addEventListener('keydown', laidOut)
  addEventListener('input', laidOut)
}
