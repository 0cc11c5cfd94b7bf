import type { Page } from '@playwright/test'

/** What is put behind the program's back: an update into a document's store, and a note that a key of it is unsent. */
export interface Tampering {
  /** The document's name without the company. */
  readonly document: string
  readonly update: Uint8Array
  readonly collection: string
  readonly key: string
}

/**
 * Writes into the device's stores as a fault or a curious person would. `page` stands on a page of the server that does
 * not run the program.
 */
export function tamper(page: Page, { update, ...what }: Tampering): Promise<void> {
  return page.evaluate(
    async ({ document: rest, bytes, collection, key }) => {
      const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
      const store = names.find((name) => name.endsWith(`/${rest}`))
      const meta = names.find((name) => /^[^/]+\/[^/]+$/.test(name))
      if (!store || !meta) throw new Error(`no store of ${rest} among ${names.join(', ')}`)
      const put = async (name: string, table: string, value: unknown, at?: number) => {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name)
          opening.onsuccess = () => resolve(opening.result)
          opening.onerror = () => reject(opening.error)
        })
        const transaction = db.transaction([table], 'readwrite')
        transaction.objectStore(table).put(value, at)
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve()
          transaction.onabort = () => reject(transaction.error)
        })
        db.close()
      }
      const seq = 1_000_000
      const document = `${meta.split('/')[0]}/${rest}`
      await put(store, 'updates', Uint8Array.from(bytes))
      await put(meta, 'outbox', { seq, document, at: Date.now(), keys: [{ collection, key }] }, seq)
    },
    { ...what, bytes: [...update] },
  )
}
