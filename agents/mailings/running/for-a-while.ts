/** What was read so long ago is read anew, ms. */
const FRESH = 5_000

/** Reads what changes seldom once for many who ask within a few seconds; what failed is read anew. */
export function forAWhile<T>(read: () => Promise<T>): () => Promise<T> {
  let known: { readonly at: number; readonly value: Promise<T> } | null = null
  return () => {
    if (known && performance.now() - known.at <= FRESH) return known.value
    const fresh = { at: performance.now(), value: read() }
    known = fresh
    fresh.value.catch(() => {
      if (known === fresh) known = null
    })
    return fresh.value
  }
}
