import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DiskRefusal, type Step } from './disk.ts'
import { IndexedDisk, REST } from './indexed-disk.ts'
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
  await passed(REST)
  browser.to('voronka')?.close()
  await expect(again).rejects.toThrow(DiskRefusal)

  const anew = disk.open('a', ['rows'], () => {})
  for (const _step of ['rested', 'written', 'emptied']) {
    await passed(REST)
    browser.to('voronka')?.answer()
  }
  await anew
  expect(browser.connections.map(({ name }) => name)).toEqual(['a', 'voronka', 'voronka', 'a'])
})

test('right behind a refusal nothing is opened: what is asked for while the browser clears the site’s data is never answered', async () => {
  const lost = vi.fn()
  await disk.open('a', ['rows'], lost)
  browser.to('a')?.close()
  const again = disk.open('a', ['rows'], lost)
  await passed(REST - 1)
  expect(browser.connections).toHaveLength(1)
  await passed(1)
  await again
  expect(browser.connections).toHaveLength(2)
})

test('a clock that is set back amid the rest makes it no longer', async () => {
  await disk.open('a', ['rows'], () => {})
  browser.to('a')?.close()
  vi.setSystemTime(Date.now() - 3_600_000)
  const again = disk.open('a', ['rows'], () => {})
  await passed(REST)
  await again
  expect(browser.connections).toHaveLength(2)
})

const passed = (ms: number) => vi.advanceTimersByTimeAsync(ms)
