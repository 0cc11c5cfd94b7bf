import type { Meta, StoreKey, StoreName } from './meta.ts'

/** Where the browser refuses storage, work goes on in memory, and the screen says that nothing is kept. */
export function memoryMeta(stores = new Map<StoreName, Map<StoreKey, unknown>>()): Meta {
  const of = (name: StoreName) => {
    const store = stores.get(name) ?? new Map<StoreKey, unknown>()
    stores.set(name, store)
    return store
  }
  return {
    get: async <T>(store: StoreName, key: StoreKey) => of(store).get(key) as T | undefined,
    put: async (store, key, value) => void of(store).set(key, value),
    remove: async (store, key) => void of(store).delete(key),
    all: async <T>(store: StoreName) => new Map(of(store)) as Map<StoreKey, T>,
    close: () => {},
  }
}
