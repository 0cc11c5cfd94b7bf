import type { Logger } from 'pino'
import type { AccountStanding, HeldAccount } from '../../../shared/letters/accounts.ts'
import type { LedgerRow } from '../../../shared/letters/ledger.ts'
import type { MailLedgerClient } from '../../runtime/server/mail/mail-ledger.ts'
import type { Box } from '../box.ts'
import type { TakeGround, Taken, ToTake } from '../taking/take-letter.ts'

/** How long what is not done is left, ms. */
export interface MailPace {
  /** Between two looks at folders that are not listened to. */
  readonly poll: number
  /** Between two looks at all flags, where a server does not tell which have changed. */
  readonly flags: number
  /** From a try of a letter to the next, by how many there were; the last one counts for all further. */
  readonly tries: readonly number[]
  /** Who refused a password is not asked again sooner, unless it was changed. */
  readonly refused: number
  /** From when a line broke to the next try: it doubles up to the most. */
  readonly broken: { readonly first: number; readonly most: number }
}

const MINUTE = 60_000
export const PACE: MailPace = {
  poll: MINUTE,
  flags: 10 * MINUTE,
  tries: [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * 60 * MINUTE, 6 * 60 * MINUTE],
  refused: 15 * MINUTE,
  broken: { first: 1000, most: 5 * MINUTE },
}

/** What the letters of one account are taken in with. */
export interface AccountGround extends TakeGround {
  readonly account: HeldAccount
  readonly mailLedger: Pick<MailLedgerClient, 'folders' | 'folder' | 'letters' | 'change' | 'forget'>
  /** Takes a letter in; `takeAsItCame` one that has failed too often. */
  readonly take: (toTake: ToTake) => Promise<Taken>
  readonly takeAsItCame: (toTake: ToTake, why: string) => Promise<Taken>
  readonly open: (account: HeldAccount) => Promise<Box>
  readonly tellStanding: (standing: AccountStanding) => Promise<void>
  readonly pace: MailPace
  readonly log: Logger
  readonly signal: AbortSignal
}

/** A letter that is there, and was not taken in: it is tried again. */
export function failedRow(
  { tries }: MailPace,
  uid: number,
  before: LedgerRow | undefined,
  why: string,
  flags = before?.flags ?? '',
): LedgerRow {
  const attempts = (before?.attempts ?? 0) + 1
  const next = Date.now() + (tries[Math.min(attempts, tries.length) - 1] ?? 0)
  const { letter = null, place = null } = before ?? {}
  return { uid, state: 'failed', letter, place, flags, attempts, next, why: why.slice(0, 200) }
}

/** Why a letter is not taken apart whose bytes its server does not give. */
export const NOT_GIVEN = 'the server does not give it'

/** Whether nothing is here of a letter but what its server lists. */
export function isNotGiven({ state, why }: LedgerRow): boolean {
  return state === 'raw' && why === NOT_GIVEN
}
