import type { Page } from '@playwright/test'
import { type BenchFigure, below, milliseconds, quantile } from '../result.ts'

/** A key that was pressed, ms from its own time on. */
export interface Pressed {
  /** Until the page is laid out again. */
  laidOut: number
  /** Until the next frame is painted. */
  painted: number
}

declare global {
  interface Window {
    keys?: Pressed[]
    /** Ends the measuring. */
    endKeys?: () => void
  }
}

/** What keys cost a page: until it is laid out, and until the next frame is painted, which waits for the screen as well. */
export function keyFigures(what: string, pressed: readonly Pressed[]): BenchFigure[] {
  const p95 = (part: keyof Pressed) =>
    quantile(
      pressed.map((one) => one[part]),
      0.95,
    )
  return [
    below(`keydown to the end of layout, ${what}, p95`, p95('laidOut'), 'ms', 8),
    { what: 'the same, to the next frame', value: milliseconds(p95('painted')) },
  ]
}

/** Presses the keys one by one. `pause` (ms) is how long the fingers rest after each: what waits for that is then done between the keys. */
export async function press(page: Page, keys: readonly string[], pause = 0): Promise<Pressed[]> {
  await page.evaluate(measureKeys)
  for (const key of keys) {
    await page.keyboard.press(key)
    if (pause > 0) await page.waitForTimeout(pause)
  }
  await page.waitForFunction(() => window.keys?.every(({ painted }) => painted > 0))
  return page.evaluate(() => {
    window.endKeys?.()
    return window.keys ?? []
  })
}

/**
 * In the page. The last listener of the key is ours; Solid has changed the page by then, and asking for a measure makes
 * the browser lay it out. What changes the page on `input` is measured there, as that comes after the keydown. The task after a
 * frame's own finds it painted.
 */
function measureKeys(): void {
  const keys: Pressed[] = []
  const end = new AbortController()
  window.keys = keys
  window.endKeys = () => end.abort()
  let pressed = 0
  const laidOut = () => {
    document.body.getBoundingClientRect()
    const key = keys.at(-1)
    if (key) key.laidOut = performance.now() - pressed
  }
  const notePainted = (key: Pressed, since: number) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        key.painted = performance.now() - since
      }
      port2.postMessage(null)
    })
  addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp
      const key = { laidOut: 0, painted: 0 }
      keys.push(key)
      notePainted(key, pressed)
    },
    { capture: true, signal: end.signal },
  )
  addEventListener('keydown', laidOut, { signal: end.signal })
  addEventListener('input', laidOut, { signal: end.signal })
}
