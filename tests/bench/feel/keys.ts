import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** From a key's own time to the end of the layout that it led to, ms. */
    keyTimes?: number[]
    /** Ends the measuring. */
    endKeys?: () => void
  }
}

/**
 * From keydown to the end of the layout that follows it, for each of the keys, ms. `pause` (ms) is how long the fingers rest after each:
 * what waits for that is then done between the keys.
 */
export async function keyTimes(page: Page, keys: readonly string[], pause = 0): Promise<number[]> {
  await page.evaluate(measureKeys)
  for (const key of keys) {
    await page.keyboard.press(key)
    if (pause > 0) await page.waitForTimeout(pause)
  }
  return page.evaluate(() => {
    window.endKeys?.()
    return window.keyTimes ?? []
  })
}

/**
 * In the page. The last listener of the key is ours; Solid has changed the page by then, and asking for a measure makes
 * the browser lay it out. What changes the page on `input` is measured there, as that comes after the keydown.
 */
function measureKeys(): void {
  const times: number[] = []
  const end = new AbortController()
  window.keyTimes = times
  window.endKeys = () => end.abort()
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
    { capture: true, signal: end.signal },
  )
  addEventListener('keydown', laidOut, { signal: end.signal })
  addEventListener('input', laidOut, { signal: end.signal })
}
