import { type Database, type Disk, isWithin, type RowKey, type Step } from './disk.ts'

/** A database's stores, by name. */
export type MemoryRows = Map<string, Map<RowKey, unknown>>

/** Where the browser gives no storage: databases end with the worker, and the screen says that nothing is kept. */
export function memoryDisk(databases = new Map<string, MemoryRows>()): Disk {
  return {
    lasts: false,
    open: async (name, stores) => {
      const isFresh = !databases.has(name)
      const rows = databases.get(name) ?? new Map(stores.map((store) => [store, new Map<RowKey, unknown>()]))
      databases.set(name, rows)
      return databaseOf(rows, isFresh)
    },
    drop: async (name) => {
      for (const one of databases.keys()) if (isWithin(one, name)) databases.delete(one)
    },
  }
}

function databaseOf(rows: MemoryRows, isFresh: boolean): Database {
  const of = (store: string) => rows.get(store) ?? new Map<RowKey, unknown>()
  return {
    isFresh,
    all: async (store) => new Map(of(store)),
    count: async () => [...rows.values()].reduce((sum, { size }) => sum + size, 0),
    write: async (steps) => {
      for (const step of steps) take(of('empty' in step ? step.empty : step.store), step)
    },
    close: () => {},
  }
}

function take(store: Map<RowKey, unknown>, step: Step): void {
  if ('empty' in step) store.clear()
  else if ('put' in step) store.set(step.key, step.put)
  else if ('remove' in step) store.delete(step.remove)
  else store.set(Math.max(0, ...[...store.keys()].filter((key) => typeof key === 'number')) + 1, step.add)
}
