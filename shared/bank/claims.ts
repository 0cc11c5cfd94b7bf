import type { BankDocument } from '../importing/reading/bank/statement.ts'

/** An order or an invoice that waits for money. */
export interface Claim {
  readonly id: string
  /** The order that it is paid on: the order itself, or the one that an invoice was made of. */
  readonly order: string
  readonly number: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly inn: string | null
  /** Whose it is. */
  readonly name: string
  /** What is still to be paid, kopecks. */
  readonly due: number
  /** Its order is not posted: it takes no money until it is, and is told of where a payment would be for it (SPEC Y9). */
  readonly isUnposted?: boolean
}

/**
 * Why a claim may be what a payment is for. `number`: named in the purpose; `tail`: by its last digits; `inn`: the payer's;
 * `name`: as the payer's, where an INN is not known; `sum`: just what is due; `date`: named in the purpose.
 * Against it speak `other-inn` and `more`: more than is due.
 */
export const REASONS = ['number', 'tail', 'inn', 'name', 'sum', 'date', 'other-inn', 'more'] as const
export type Reason = (typeof REASONS)[number]

/** A claim that a payment may be for. */
export interface Candidate {
  readonly claim: string
  /** 0 to 100. */
  readonly confidence: number
  readonly reasons: readonly Reason[]
}

/** What a payment pays of a claim, kopecks. */
export interface Part {
  readonly claim: string
  readonly sum: number
}

/** A document of the bank, and what it is taken for. */
export interface Matched {
  readonly document: BankDocument
  /** Of the payment that it makes. */
  readonly id: string
  /** `in` to the company, `out` of it, `own` between its accounts. */
  readonly way: 'in' | 'out' | 'own'
  /** `present`: taken in before; `found`: it is clear what it pays; `open`: somebody must say. */
  readonly status: 'present' | 'found' | 'open'
  readonly parts: readonly Part[]
  /** What its parts leave over: an advance, until somebody says. Kopecks. */
  readonly rest: number
  /** Best first. */
  readonly candidates: readonly Candidate[]
}
