/** The browser's notices that this page has put up and that still stand, by key. */
export function createStanding() {
  const closes = new Map<string, () => void>()
  let due: ReadonlySet<string> = new Set()
  return {
    /** Takes down those that are due no more. */
    keep: (keys: readonly string[]) => {
      due = new Set(keys)
      for (const [key, close] of closes) {
        if (due.has(key)) continue
        closes.delete(key)
        close()
      }
    },
    isDue: (key: string) => due.has(key),
    /** One that stands from now on; at once taken down where it was due no more before it stood. */
    add: (key: string, close: () => void) => {
      if (due.has(key)) closes.set(key, close)
      else close()
    },
  }
}

export type Standing = ReturnType<typeof createStanding>
