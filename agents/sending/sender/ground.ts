import type { Logger } from 'pino'
import type { Message, Way } from '../../../shared/messages/collections.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import type { Documents } from '../../runtime/documents/documents.ts'
import type { Replica } from '../../runtime/replica.ts'
import type { LedgerClient } from '../../runtime/server/ledger/ledger-client.ts'
import type { Outcome, Ready } from '../outcome.ts'
import type { Lane } from './lane.ts'
import type { Often } from './often.ts'

/** What a try works with. */
export interface Ground {
  readonly replica: Replica
  readonly find: Find
  readonly documents: Pick<Documents, 'hold'>
  readonly ledger: Pick<LedgerClient, 'claim'>
  readonly often: Pick<Often, 'mayGo'>
  readonly lanes: Readonly<Record<Way, Lane>>
  /** Makes all that a message needs before it goes; or says why it does not, or not yet. */
  readonly prepare: (message: Message) => Promise<Ready | Outcome>
  readonly log: Logger
}
