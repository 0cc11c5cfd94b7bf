import type { OpenMissed } from '../../../../shared/calls/missed/missed.ts'

/** Missed calls that nobody has called back yet (shared/calls/missed/SPEC.md). */
export interface MissedCallsQuery {
  readonly what: 'missedCalls'
}

export interface MissedCallsAnswer {
  readonly what: 'missedCalls'
  /** The last one first. */
  readonly open: readonly MissedCall[]
  /** How many of them are for whoever looks. */
  readonly mine: number
}

/** The open missed calls of a number, as its last call tells of them. */
export interface MissedCall extends OpenMissed {
  /** The number as its country groups it; null: withheld. */
  readonly shown: string | null
  readonly customer: string | null
  readonly customerName: string | null
  /** The customer's contact by name. */
  readonly contactName: string | null
  /** Whose phone rang; null: a line of the company. */
  readonly responsible: string | null
  readonly responsibleName: string | null
  readonly callsBackName: string | null
  readonly phoneName: string | null
  readonly note: string | null
  /** Whoever looks calls back; or nobody yet, and it was his phone that rang, or everybody's. */
  readonly isMine: boolean
}
