/** Resolves when nobody holds the lock of that name: the page that held it is gone. */
export function lockFree(name: string): Promise<void> {
  return navigator.locks.request(name, () => undefined)
}

/**
 * Holds the account's lock on this device as long as this worker lives: exactly one worker writes an account's stores.
 * Resolves when the lock is held; another holder (a tab without SharedWorker, an older build) is waited for.
 */
export function holdLock(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const held = () => {
      resolve()
      return new Promise<never>(() => {})
    }
    navigator.locks.request(`voronka/${name}`, held).catch(reject)
  })
}
