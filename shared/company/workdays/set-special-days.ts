import type { Transaction } from '../../records/writing/transaction.ts'
import { company, type SpecialDayKind } from '../collections.ts'

/** What a company says of one of its days. */
export interface DayToSet {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly kind: SpecialDayKind
  readonly name: string | null
}

export interface SpecialDays {
  /** The company's record. */
  readonly id: string
  readonly days: readonly DayToSet[]
}

/**
 * Sets special days of the company as one act: a day that is one already, or was, is written anew. Entries are named after
 * their dates, so that two people who set one day apart have one to decide about (SPEC S11).
 */
export function setSpecialDays(tx: Transaction, { id, days }: SpecialDays): void {
  for (const { date, kind, name } of days) {
    const entry = date.replaceAll('-', '')
    tx.add(company, id, 'specialDays', entry, { date, kind, name })
    tx.write(company, id, `specialDays/${entry}/gone`, false)
    tx.setEntry(company, id, 'specialDays', entry, { date, kind, name })
  }
}
