import type { Candidate, Claim } from './claims.ts'
import type { Dues } from './dues.ts'
import { type Said, type Weighable, weigh, weighable } from './weigh.ts'

/** All claims, found by what alone can make one of them likely: a number, last digits, an INN, the sum. */
export class OpenClaims {
  readonly #all: readonly Weighable[]
  readonly #byNumber: Index
  readonly #byTail: Index
  readonly #byInn: Index

  constructor(claims: readonly Claim[]) {
    this.#all = claims.map(weighable)
    this.#byNumber = indexBy(this.#all, ({ plain }) => plain)
    this.#byTail = indexBy(this.#all, ({ tail }) => tail)
    this.#byInn = indexBy(this.#all, ({ inn }) => inn)
  }

  /** Claims that a payment may be for, in no order. */
  candidates(said: Said, dues: Dues): Candidate[] {
    const { sum, payer } = said.document
    const near = new Set([
      ...[...said.named].flatMap((number) => this.#byNumber.get(number) ?? []),
      ...[...said.tails].flatMap((tail) => this.#byTail.get(tail) ?? []),
      ...(this.#byInn.get(payer.inn ?? '') ?? []),
      ...this.#all.filter(({ claim }) => dues.of(claim) === sum),
    ])
    return [...near].flatMap((one) => {
      const due = dues.of(one.claim)
      return due > 0 ? (weigh(said, one, due) ?? []) : []
    })
  }
}

type Index = ReadonlyMap<string, readonly Weighable[]>

function indexBy(all: readonly Weighable[], keyOf: (one: Weighable) => string | null): Index {
  return Map.groupBy(all, (one) => keyOf(one) ?? '')
}
