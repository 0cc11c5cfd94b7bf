import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DiskRefusal, type Step } from './disk.ts'
import { IndexedDisk } from './indexed-disk.ts'
import { MuteBrowser } from './testing/mute-browser.ts'

const STEPS: readonly Step[] = [{ store: 'rows', put: 'one', key: 1 }]

let browser: MuteBrowser
let disk: IndexedDisk
beforeEach(() => {
  vi.useFakeTimers()
  browser = new MuteBrowser()
  disk = new IndexedDisk(browser.factory)
})
afterEach(() => {
  vi.useRealTimers()
})

test('what was under way when the browser closed a connection is refused, though it is never answered', async () => {
  const lost = vi.fn()
  const database = await disk.open('a', ['rows'], lost)
  const asked = [database.write(STEPS), database.all('rows'), database.count(['rows'])]
  browser.to('a')?.close()
  for (const one of asked) await expect(one).rejects.toThrow(DiskRefusal)
  expect(lost).toHaveBeenCalledOnce()
})

test('what was answered before stays taken', async () => {
  const database = await disk.open('a', ['rows'], () => {})
  const writing = database.write(STEPS)
  browser.to('a')?.answer()
  browser.to('a')?.close()
  await writing
})

test('a log whose connection is closed while it is begun anew holds nobody up: the next who opens begins it again', async () => {
  const database = await disk.open('a', ['rows'], () => {})
  const writing = database.write(STEPS)
  browser.to('a')?.close()
  await expect(writing).rejects.toThrow(DiskRefusal)

  const again = disk.open('a', ['rows'], () => {})
  await passed()
  browser.to('voronka')?.close()
  await expect(again).rejects.toThrow(DiskRefusal)

  const anew = disk.open('a', ['rows'], () => {})
  for (const _step of ['written', 'emptied']) {
    await passed()
    browser.to('voronka')?.answer()
  }
  await anew
  expect(browser.connections.map(({ name }) => name)).toEqual(['a', 'voronka', 'voronka', 'a'])
})

/** What needs no answer of the browser is done. */
const passed = () => vi.advanceTimersByTimeAsync(0)
