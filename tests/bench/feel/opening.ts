import type { BrowserDevice } from '../open/device.ts'

declare global {
  interface Window {
    /** When a place full of rows was painted, ms since the navigation began. */
    rowsAt?: number
    /** When they were no picture any more. */
    ownRowsAt?: number
    /** Tasks over 50 ms so far, ms each. */
    longTasks?: number[]
  }
}

/** How one opening of a page went, ms. */
export interface Opening {
  /** From the navigation until rows are painted, down to the lower edge. */
  readonly rows: number
  /** From the navigation until they are the program's own, which can be acted on. */
  readonly ownRows: number
  /** The longest task of the page's main thread until all is read and saved; 0: none over 50 ms. */
  readonly longest: number
}

/** Opens a path in a browser that has just been started, and waits until all is read. */
export async function opening(device: BrowserDevice, path: string): Promise<Opening> {
  const { page } = device
  await page.addInitScript(noteLongTasks)
  await page.addInitScript(noteRows)
  await device.open(path, () => window.rowsAt !== undefined, '')
  // A look of its own: Playwright's search for a role takes the page longer than any task of the program.
  await page.waitForFunction(() => document.querySelector('#root .saved.server') !== null, undefined, { polling: 250 })
  return page.evaluate(() => ({
    rows: window.rowsAt ?? 0,
    ownRows: window.ownRowsAt ?? 0,
    longest: Math.max(0, ...(window.longTasks ?? [])),
  }))
}

/** In the page, before anything else runs. */
function noteLongTasks(): void {
  const tasks: number[] = []
  window.longTasks = tasks
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)))
  observer.observe({ type: 'longtask', buffered: true })
}

/** In the page: looks in each frame for rows down to the lower edge; the task after that frame finds them painted. */
function noteRows(): void {
  const isFull = () => {
    const last = [...document.querySelectorAll('.table-row')].findLast((row) => /B-\d/.test(row.textContent ?? ''))
    return (last?.getBoundingClientRect().bottom ?? 0) > innerHeight - 80
  }
  const when = (is: () => boolean, note: () => void) => {
    if (is()) setTimeout(note)
    else requestAnimationFrame(() => when(is, note))
  }
  when(isFull, () => {
    window.rowsAt = performance.now()
    when(
      () => !document.getElementById('picture') && document.querySelector('#root .table-row') !== null,
      () => {
        window.ownRowsAt = performance.now()
      },
    )
  })
}
