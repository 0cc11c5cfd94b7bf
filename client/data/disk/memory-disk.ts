import { type Database, type Disk, isWithin, type RowKey, type Step } from './disk.ts'

/** A database's stores, by name. */
export type MemoryRows = Map<string, Map<RowKey, unknown>>

/** Numbers are given once, whatever was removed. */
let given = 0

/** Where the browser gives no storage: databases end with the worker, and the screen says that nothing is kept. */
export function memoryDisk(databases = new Map<string, MemoryRows>()): Disk {
  return {
    lasts: false,
    open: async (name, stores) => {
      const isFresh = !databases.has(name)
      const rows: MemoryRows = databases.get(name) ?? new Map()
      for (const store of stores) if (!rows.has(store)) rows.set(store, new Map())
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
    get: async (store, key) => of(store).get(key),
    last: async (store) => [...of(store).keys()].reduce<RowKey | null>(later, null),
    count: async (stores) => stores.reduce((sum, store) => sum + of(store).size, 0),
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
  else store.set(nextOf(store), step.add)
}

function nextOf(store: ReadonlyMap<RowKey, unknown>): number {
  given = Math.max(given, ...[...store.keys()].filter((key) => typeof key === 'number')) + 1
  return given
}

/** Keys go by their kind, numbers first, then by their value. */
function later(last: RowKey | null, key: RowKey): RowKey {
  if (last === null || typeof last !== typeof key) return last === null || typeof key === 'string' ? key : last
  return key > last ? key : last
}
