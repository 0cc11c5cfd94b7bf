import type { BrowserDevice } from '../open/device.ts'
import { saved } from './house.ts'

declare global {
  interface Window {
    /** When the first rows were painted, ms since the navigation began. */
    rowsAt?: number
    /** Tasks over 50 ms so far, ms each. */
    longTasks?: number[]
  }
}

/** How one opening of a page went, ms. */
export interface Opening {
  /** From the navigation until rows are painted. */
  readonly rows: number
  /** The longest task of the page's main thread until all is read and saved; 0: none over 50 ms. */
  readonly longest: number
}

/** Opens a path in a browser that has just been started, and waits until all is read. */
export async function opening(device: BrowserDevice, path: string): Promise<Opening> {
  const { page } = device
  await page.addInitScript(noteLongTasks)
  await page.addInitScript(noteRows)
  await device.open(path, () => window.rowsAt !== undefined, '')
  await saved(device)
  return page.evaluate(() => ({ rows: window.rowsAt ?? 0, longest: Math.max(0, ...(window.longTasks ?? [])) }))
}

/** In the page, before anything else runs. */
function noteLongTasks(): void {
  const tasks: number[] = []
  window.longTasks = tasks
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)))
  observer.observe({ type: 'longtask', buffered: true })
}

/** In the page: looks in each frame for a row with an order's number; the task after that frame finds it painted. */
function noteRows(): void {
  const look = () => {
    if (!/B-\d/.test(document.querySelector('tbody')?.textContent ?? '')) return requestAnimationFrame(look)
    return setTimeout(() => {
      window.rowsAt = performance.now()
    })
  }
  requestAnimationFrame(look)
}
