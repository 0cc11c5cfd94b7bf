/** Resolves when nobody holds the lock of that name: the page that held it is gone. */
export function lockFree(name: string): Promise<void> {
  return navigator.locks.request(name, () => undefined)
}

/** How long another holder may take to go before it is spoken of: a worker that is ending needs a moment, ms. */
const MOMENT = 1500

/**
 * Holds the account's lock on this device until what this gives is called: exactly one worker writes an account's
 * stores. Another holder (an older build's worker) is waited for; `onWait` is told when that takes longer than a moment.
 */
export async function holdLock(name: string, onWait: () => void): Promise<() => void> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const timer = setTimeout(onWait, MOMENT)
  try {
    await new Promise<void>((resolve, reject) => {
      const held = () => {
        resolve()
        return released
      }
      navigator.locks.request(`voronka/${name}`, held).catch(reject)
    })
  } finally {
    clearTimeout(timer)
  }
  return release
}
