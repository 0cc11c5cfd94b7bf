import type { Logger } from 'pino'
import type { Way } from '../../../shared/messages/collections.ts'
import type { MailRefusal } from '../../../shared/messages/own-mail.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import type { Documents } from '../../runtime/documents/documents.ts'
import type { Replica } from '../../runtime/replica.ts'
import type { LedgerClient } from '../../runtime/server/ledger/ledger-client.ts'
import type { CurrentAccounts } from '../accounts/current-accounts.ts'
import type { CurrentWays } from '../ways/ways.ts'
import type { Lane } from './lane.ts'
import type { Often } from './often.ts'

/** What a try works with. */
export interface Ground {
  readonly replica: Replica
  readonly find: Find
  readonly documents: Pick<Documents, 'hold'>
  readonly ledger: Pick<LedgerClient, 'claim'>
  readonly ways: CurrentWays
  readonly accounts: CurrentAccounts
  readonly often: Pick<Often, 'mayGo'>
  readonly lanes: Readonly<Record<Way, Lane>>
  readonly tellRefusal: (refusal: MailRefusal) => Promise<void>
  readonly log: Logger
}
