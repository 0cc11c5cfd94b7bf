import type { Ring } from '../../../../shared/reminders/rings.ts'

/** What rings for the person of this account: kept, and posted when the next one is due. */
export interface RingsQuery {
  readonly what: 'rings'
}

export interface RingsAnswer {
  readonly what: 'rings'
  /** What is due and was not answered yet, the first due first. */
  readonly due: readonly DueRing[]
}

export interface DueRing extends Ring {
  /** When it is due: at its time, or when it was snoozed until, ms. */
  readonly rises: number
  /** It was due before this device began to look: while the program was closed. */
  readonly isMissed: boolean
}
