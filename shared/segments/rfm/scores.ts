import { Ranked, scoreOf } from './ranked.ts'

/** What customers are ranked by: the day of the last order, days since 1970, how many orders, and what they come to, minor units. */
export interface Dealt {
  readonly recency: number
  readonly frequency: number
  readonly money: number
}
const BY = ['recency', 'frequency', 'money'] as const satisfies readonly (keyof Dealt)[]

/** From 1 to 5 each. */
export type Scores = Readonly<Record<keyof Dealt, number>>

/** RFM of all customers that have ordered, kept while that changes (SPEC SG7). */
export class RfmScores {
  readonly #dealt = new Map<string, Dealt>()
  readonly #ranked = { recency: new Ranked(), frequency: new Ranked(), money: new Ranked() }
  #borders: Readonly<Record<keyof Dealt, readonly number[]>> | null = null

  /** Takes all at once in the place of those that were there. */
  fill(all: ReadonlyMap<string, Dealt>): void {
    this.#dealt.clear()
    for (const [id, dealt] of all) this.#dealt.set(id, dealt)
    for (const by of BY) this.#ranked[by].fill(Float64Array.from(all.values(), (one) => one[by]))
    this.#borders = null
  }

  /** A customer has ordered otherwise; null: nothing. Whether anybody else may have other scores by it. */
  put(id: string, dealt: Dealt | null): boolean {
    const before = this.#dealt.get(id)
    if (isSame(before, dealt)) return false
    const borders = this.#bordersNow()
    for (const by of BY) {
      if (before) this.#ranked[by].remove(before[by])
      if (dealt) this.#ranked[by].add(dealt[by])
    }
    if (dealt) this.#dealt.set(id, dealt)
    else this.#dealt.delete(id)
    this.#borders = null
    const now = this.#bordersNow()
    return BY.some((by) => now[by].some((border, k) => border !== borders[by][k]))
  }

  /** Null: the customer has not ordered. */
  of(id: string): Scores | null {
    const dealt = this.#dealt.get(id)
    if (!dealt) return null
    const borders = this.#bordersNow()
    const score = (by: keyof Dealt) => scoreOf(dealt[by], borders[by])
    return { recency: score('recency'), frequency: score('frequency'), money: score('money') }
  }

  #bordersNow() {
    this.#borders ??= {
      recency: this.#ranked.recency.borders(),
      frequency: this.#ranked.frequency.borders(),
      money: this.#ranked.money.borders(),
    }
    return this.#borders
  }
}

function isSame(one: Dealt | undefined, other: Dealt | null): boolean {
  if (!one || !other) return !one === !other
  return BY.every((by) => one[by] === other[by])
}
