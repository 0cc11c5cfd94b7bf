import type { Page } from '@playwright/test'

/**
 * From now on the device's disk takes nothing of the account's rows: a transaction of the page's own stands before the
 * program's, so that every act lasts. Gives the end of that.
 */
export async function holdDisk(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
    const account = names.find((name) => /^[^/]+\/[^/]+$/.test(name))
    if (account === undefined) throw new Error(`no account among ${names.join(', ')}`)
    const db = await answered(indexedDB.open(account))
    const stores = [...db.objectStoreNames]
    const rows = db.transaction(stores, 'readwrite').objectStore(stores[0] ?? '')
    const hold = { isHeld: true, db }
    // A transaction lasts as long as it is asked for something.
    const ask = async (): Promise<void> => {
      await answered(rows.count())
      if (hold.isHeld) await ask()
    }
    await answered(rows.count())
    void ask()
    return hold
  })
  return () =>
    held.evaluate((hold) => {
      hold.isHeld = false
      hold.db.close()
    })
}
