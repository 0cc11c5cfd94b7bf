import type { Claim } from './claims.ts'

/** What is left to be paid of claims, kopecks. What is paid by an invoice is paid on its order, and the other way round. */
export class Dues {
  /** By the claim's id: of an order, and of each of its invoices. */
  readonly #left: Map<string, number>

  constructor(claims: readonly Claim[]) {
    this.#left = new Map(claims.map(({ id, due }) => [id, due]))
  }

  /** Of an invoice no more than of its order, where that is a claim itself. */
  of({ id, order }: Claim): number {
    const own = this.#left.get(id) ?? 0
    return Math.min(own, this.#left.get(order) ?? own)
  }

  pay({ id, order }: Claim, sum: number): void {
    for (const one of new Set([id, order])) {
      const left = this.#left.get(one)
      if (left !== undefined) this.#left.set(one, left - sum)
    }
  }
}
