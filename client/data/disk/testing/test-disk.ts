import { type Database, type Disk, DiskRefusal, type Step } from '../disk.ts'
import { type MemoryRows, memoryDisk } from '../memory-disk.ts'

/** A disk in this process that outlives whoever writes to it. It takes its time, is full, closes and is wiped as told. */
export class TestDisk implements Disk {
  readonly lasts = true
  /** How long it takes for what it is asked next, ms. */
  time = () => 0
  /** What a database is asked next waits for, and is not done before. */
  waits: (database: string) => Promise<void> | undefined = () => undefined
  /** Whether it refuses what it is asked next, of a write these steps; then it closes all that is open, as Chromium does. */
  refuses: (steps: readonly Step[]) => boolean = () => false
  readonly #databases: Map<string, MemoryRows>
  readonly #memory: Disk
  readonly #open = new Set<() => void>()

  constructor(databases = new Map<string, MemoryRows>()) {
    this.#databases = databases
    this.#memory = memoryDisk(databases)
  }

  async open(name: string, stores: readonly string[], lost: () => void): Promise<Database> {
    await this.waits(name)
    await this.#take()
    const database = await this.#memory.open(name, stores, lost)
    let isOpen = true
    const end = () => {
      isOpen = false
      this.#open.delete(end)
      queueMicrotask(lost)
    }
    this.#open.add(end)
    const ask = async <T>(work: () => Promise<T>, steps: readonly Step[] = []): Promise<T> => {
      if (!isOpen) throw new DiskRefusal('closed')
      await this.waits(name)
      return this.#take(work, steps)
    }
    return {
      isFresh: database.isFresh,
      all: (store) => ask(() => database.all(store)),
      get: (store, key) => ask(() => database.get(store, key)),
      last: (store) => ask(() => database.last(store)),
      count: (stores) => ask(() => database.count(stores)),
      write: (steps) => ask(() => database.write(steps), steps),
      close: () => {
        isOpen = false
        this.#open.delete(end)
      },
    }
  }

  drop(name: string): Promise<void> {
    return this.#take(() => this.#memory.drop(name))
  }

  /** The names of its databases. */
  names(): string[] {
    return [...this.#databases.keys()]
  }

  /** What stands on it now, on a disk of its own. */
  copy(): TestDisk {
    const rows = (stores: MemoryRows): MemoryRows => new Map([...stores].map(([name, store]) => [name, new Map(store)]))
    const copy = new TestDisk(new Map([...this.#databases].map(([name, stores]) => [name, rows(stores)])))
    copy.time = this.time
    copy.waits = this.waits
    copy.refuses = this.refuses
    return copy
  }

  /** Somebody clears the site's data. */
  wipe(): void {
    this.#databases.clear()
    this.#closeAll()
  }

  /** Databases are gone while nothing is open. */
  lose(which: (name: string) => boolean): void {
    for (const name of [...this.#databases.keys()]) if (which(name)) this.#databases.delete(name)
  }

  /** A database has a store no longer, as if an earlier program had made it. */
  forget(database: string, store: string): void {
    this.#databases.get(database)?.delete(store)
  }

  /** The rows of a database's store; none, where there is none. */
  rows(database: string, store: string): Map<string | number, unknown> {
    return this.#databases.get(database)?.get(store) ?? new Map()
  }

  /** What it takes stands at once; that it does is said when its time is over. */
  async #take<T>(work?: () => Promise<T>, steps: readonly Step[] = []): Promise<T> {
    const isRefused = this.refuses(steps)
    if (isRefused) this.#closeAll()
    const result = isRefused ? undefined : await work?.()
    const time = this.time()
    if (time > 0) await new Promise((resolve) => setTimeout(resolve, time))
    if (isRefused) throw new DiskRefusal('full')
    return result as T
  }

  #closeAll(): void {
    for (const end of this.#open) end()
  }
}
