import { type Database, type Disk, DiskRefusal, isWithin } from './disk.ts'
import { answered, IndexedDatabase, type Opened, openDatabase, refusing } from './indexed-database.ts'

/** A database that is written to for the sake of the log behind all of them: so many rows of so many bytes. */
const LOG = { name: 'voronka', store: 'room', rows: 120, bytes: 50_000 }

/**
 * So long nothing is opened once the browser has refused or closed anything, ms. On a full disk Chromium clears the site's
 * data right behind the refusal, and what is asked to open amid that is never answered, nor is anything asked there later.
 */
export const REST = 2_000

/** A torn log is tried to be begun anew this often, ms. */
const AGAIN = 10_000

/**
 * The browser's IndexedDB. On a full disk Chromium closes every connection, and opens none until there is room. What is
 * written then it puts behind the torn end of its log, and loses it at the browser's next start, or everything, although
 * it has said that it is on disk (seen in Chromium 156). Its log begins anew with every 4 MB, so these are written first.
 */
export class IndexedDisk implements Disk {
  readonly lasts = true
  readonly #browser: IDBFactory
  /** Whether a write has failed since the log began anew. */
  #isTorn = false
  #mending: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  /** Until then nothing is opened, ms of a clock that nobody sets. */
  #restsUntil = 0

  constructor(browser: IDBFactory = indexedDB) {
    this.#browser = browser
  }

  async open(name: string, stores: readonly string[], lost: () => void): Promise<Database> {
    if (this.#isTorn) await this.#beginLog()
    return this.#connect(name, stores, lost)
  }

  async drop(name: string): Promise<void> {
    const all = await this.#browser.databases()
    const within = all.flatMap((one) => (one.name !== undefined && isWithin(one.name, name) ? [one.name] : []))
    await Promise.all(within.map((one) => answered(refusing(() => this.#browser.deleteDatabase(one)))))
  }

  async #connect(name: string, stores: readonly string[], lost: () => void): Promise<IndexedDatabase> {
    await this.#rested()
    const closed = () => {
      this.#rest()
      lost()
    }
    return new IndexedDatabase(await this.#open(name, stores), { lost: closed, refused: () => this.#tear() })
  }

  #rest(): void {
    this.#restsUntil = performance.now() + REST
  }

  async #rested(): Promise<void> {
    while (performance.now() < this.#restsUntil) {
      await new Promise((resolve) => setTimeout(resolve, this.#restsUntil - performance.now()))
    }
  }

  async #open(name: string, stores: readonly string[]): Promise<Opened> {
    try {
      return await openDatabase(this.#browser, name, stores)
    } catch (error) {
      this.#tear()
      throw error
    }
  }

  /** Whoever got no database works in memory and may not come again: the log is mended without him, for the next start. */
  #tear(): void {
    this.#isTorn = true
    this.#rest()
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.#tryAgain()
    }, AGAIN)
  }

  async #tryAgain(): Promise<void> {
    try {
      if (this.#isTorn) await this.#beginLog()
    } catch (error) {
      // Still no room: the refusal itself has asked for the next try.
      if (!(error instanceof DiskRefusal)) throw error
    }
  }

  #beginLog(): Promise<void> {
    this.#mending ??= this.#fillLog().finally(() => {
      this.#mending = null
    })
    return this.#mending
  }

  async #fillLog(): Promise<void> {
    const { name, store, rows, bytes } = LOG
    const database = await this.#connect(name, [store], () => {})
    const row = new Uint8Array(bytes)
    try {
      await database.write(Array.from({ length: rows }, (_, key) => ({ store, put: row, key })))
      await database.write([{ empty: store }])
      this.#isTorn = false
    } finally {
      database.close()
    }
  }
}
