import type { Transaction } from '../records/writing/transaction.ts'
import { rings } from './collections.ts'
import type { Ring } from './rings.ts'

/** What a person does about rings. */
export interface RingAnswer {
  readonly heard: readonly Pick<Ring, 'id' | 'about' | 'at'>[]
  /** When they are to ring again, ms since 1970; null: never. */
  readonly until: number | null
}

/** Keeps what a person did about rings: on none of his devices they ring before that, or ever (SPEC Z5, Z6). */
export function answerRings(tx: Transaction, { heard, until }: RingAnswer): void {
  const answer = { done: until === null, until }
  for (const { id, about, at } of heard) {
    if (tx.find(rings, id)) tx.set(rings, id, answer)
    else tx.create(rings, id, { about, at, ...answer })
  }
}
