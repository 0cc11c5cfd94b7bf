import type { Item } from '../query.ts'

interface Ranked {
  readonly item: Item
  readonly rank: number
}

/** The best few of any number of items, and how many there were. */
export class Best {
  count = 0
  readonly #most: number
  readonly #kept: Ranked[] = []

  constructor(most: number) {
    this.#most = most
  }

  add(item: Item, rank: number): void {
    this.count++
    const last = this.#kept.at(-1)
    if (this.#kept.length === this.#most && last && !isBetter({ item, rank }, last)) return
    const at = this.#kept.findIndex((one) => isBetter({ item, rank }, one))
    this.#kept.splice(at < 0 ? this.#kept.length : at, 0, { item, rank })
    this.#kept.length = Math.min(this.#kept.length, this.#most)
  }

  /** The best first. */
  list(): readonly Ranked[] {
    return this.#kept
  }
}

/** Of what fits alike, the newer stands first (orders have dates), then the shorter name. */
function isBetter(a: Ranked, b: Ranked): boolean {
  if (a.rank !== b.rank) return a.rank > b.rank
  const [later, earlier] = [Number(a.item.date ?? 0), Number(b.item.date ?? 0)]
  if (later !== earlier) return later > earlier
  return String(a.item.name ?? '').length < String(b.item.name ?? '').length
}
