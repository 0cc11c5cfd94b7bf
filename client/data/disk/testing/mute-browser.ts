/** A connection of a browser that opens databases, and answers nothing of what is asked there but as a test tells it to. */
export interface Connection {
  readonly name: string
  /** Everything that waits for an answer has it: writes are on disk, rows are none. */
  answer(): void
  /** The browser closes it, and says so to nobody whose request is under way. */
  close(): void
}

/** A browser's IndexedDB that opens whatever it is asked for. */
export class MuteBrowser {
  readonly connections: Connection[] = []

  /** As far as it goes: what is not written here is not used of it. */
  get factory(): IDBFactory {
    return { open: (name: string) => this.#open(name) } as unknown as IDBFactory
  }

  /** The last connection to a database. */
  to(name: string): Connection | undefined {
    return this.connections.findLast((one) => one.name === name)
  }

  #open(name: string): Asked {
    const waiting: (() => void)[] = []
    const ask = (result: unknown) => {
      const request: Asked = { result }
      waiting.push(() => request.onsuccess?.())
      return request
    }
    const rows = {
      put() {},
      add() {},
      clear() {},
      delete() {},
      count: () => ask(0),
      getAll: () => ask([]),
      getAllKeys: () => ask([]),
    }
    const begin = () => {
      const transaction: Asked & { objectStore(): unknown } = { objectStore: () => rows }
      waiting.push(() => transaction.oncomplete?.())
      return transaction
    }
    const db: Asked & Record<string, unknown> = {
      name,
      transaction: begin,
      close() {},
      objectStoreNames: { contains: () => true },
    }
    this.connections.push({
      name,
      answer: () => {
        for (const one of waiting.splice(0)) one()
      },
      close: () => db.onclose?.(),
    })
    const request: Asked = { result: db }
    queueMicrotask(() => request.onsuccess?.())
    return request
  }
}

/** What a program hangs its listeners on. */
interface Asked {
  readonly result?: unknown
  onsuccess?: () => void
  oncomplete?: () => void
  onclose?: () => void
}
