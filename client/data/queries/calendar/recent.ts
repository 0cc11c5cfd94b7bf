/** Whoever leafs through years makes no more of them than this stay. */
const MOST = 20_000

/** What was made of records that were asked for, kept until these change. */
export class Recent<V> {
  readonly #kept = new Map<string, V>()

  of(id: string, make: () => V): V {
    const known = this.#kept.get(id)
    if (known !== undefined) return known
    if (this.#kept.size >= MOST) this.#kept.clear()
    const made = make()
    this.#kept.set(id, made)
    return made
  }

  /** These have changed. */
  drop(ids: Iterable<string> | 'all'): void {
    if (ids === 'all') this.#kept.clear()
    else for (const id of ids) this.#kept.delete(id)
  }
}
