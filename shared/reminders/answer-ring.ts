import type { Transaction } from '../records/writing/transaction.ts'
import { rings } from './collections.ts'

/** What a person does about a ring. */
export interface RingAnswer {
  /** The ring's (rings.ts). */
  readonly id: string
  readonly about: string
  readonly at: number
  /** When it is to ring again, ms since 1970; null: never. */
  readonly until: number | null
}

/** Keeps what a person did about a ring: on none of his devices it rings before that, or ever (SPEC Z5, Z6). */
export function answerRing(tx: Transaction, { id, about, at, until }: RingAnswer): void {
  const heard = { done: until === null, until }
  if (tx.find(rings, id)) for (const [field, value] of Object.entries(heard)) tx.write(rings, id, field, value)
  else tx.create(rings, id, { about, at, ...heard })
}
