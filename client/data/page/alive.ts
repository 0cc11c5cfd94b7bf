const PREFIX = 'voronka/page/'

/**
 * Holds a lock as long as this page lives, and gives its name. No port tells a worker that a page is gone; waiting for
 * the lock does.
 */
export function holdPageLock(): Promise<string> {
  const name = `${PREFIX}${crypto.randomUUID()}`
  return new Promise((resolve, reject) => {
    const held = () => {
      resolve(name)
      return new Promise<never>(() => {})
    }
    navigator.locks.request(name, held).catch(reject)
  })
}

/** How many other pages of this device are at work; this one holds its lock. */
export async function otherPages(): Promise<number> {
  const { held = [] } = await navigator.locks.query()
  return held.filter(({ name }) => name?.startsWith(PREFIX)).length - 1
}
