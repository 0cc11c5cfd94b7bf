import type { Page } from '@playwright/test'
import { OrderList } from '../support/screens/order-list.ts'
import { expect, test, VEDERKIN } from '../support/world/world.ts'

const COLUMNS = 'columns'
/** A document that stays open is kept when it has rested. */
const PATIENCE = { timeout: 60_000 }

/** For each database of a document of orders, how many columns stand in it under their key; null: it has no place for them. */
function keptIn(page: Page): Promise<(number | null)[]> {
  return page.evaluate(async (columns) => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.includes('/orders/') ? [name] : []))
    return Promise.all(
      names.map(async (name) => {
        const db = await answered(indexedDB.open(name))
        const has = db.objectStoreNames.contains(columns)
        const count = has ? await answered(db.transaction(columns).objectStore(columns).count(columns)) : null
        db.close()
        return count
      }),
    )
  }, COLUMNS)
}

/** Takes the place for columns out of every document's database: so an earlier program left them. */
function makeEarlier(page: Page): Promise<void> {
  return page.evaluate(async (columns) => {
    for (const { name = '', version = 1 } of await indexedDB.databases()) {
      if (!name.includes('/orders/')) continue
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name, version + 1)
        request.onupgradeneeded = () => request.result.deleteObjectStore(columns)
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
      })
    }
  }, COLUMNS)
}

test('C3: what an earlier program has stored is read, and has columns from then on; the next start shows the same', {
  tag: '@waits',
}, async ({ world }) => {
  test.setTimeout(240_000)
  const device = await world.at('/orders/work?scope=all', VEDERKIN)
  const { page } = device
  await device.saved()
  await device.ready()
  const rows = new OrderList(page).rows(/ЗН-\d{4}/)
  await expect(rows.nth(3)).toBeVisible()
  const first = await rows.first().textContent()
  await expect.poll(async () => (await keptIn(page)).every((count) => count === 1), PATIENCE).toBe(true)

  await page.goto(`${device.url}/manifest.webmanifest`)
  await makeEarlier(page)
  expect(new Set(await keptIn(page))).toEqual(new Set([null]))
  device.line.cut()
  await device.open('/orders/work?scope=all')
  await expect(rows.first()).toHaveText(first ?? '')
  await expect.poll(async () => (await keptIn(page)).every((count) => count === 1), PATIENCE).toBe(true)
  await page.reload()
  await expect(rows.first()).toHaveText(first ?? '')
})
