/**
 * Holds a lock as long as this page lives, and gives its name. No port tells a worker that a page is gone; waiting for
 * the lock does.
 */
export function holdPageLock(): Promise<string> {
  const name = `voronka/page/${crypto.randomUUID()}`
  return new Promise((resolve, reject) => {
    const held = () => {
      resolve(name)
      return new Promise<never>(() => {})
    }
    navigator.locks.request(name, held).catch(reject)
  })
}
