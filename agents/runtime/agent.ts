import type { Logger } from 'pino'
import type { FeatureId } from '../../shared/features/features.ts'
import type { Cache } from './cache/cache.ts'
import type { Features } from './company/features.ts'
import type { Documents } from './documents/documents.ts'
import type { ListenAt } from './options.ts'
import type { Replica } from './replica.ts'
import type { FeedClient } from './server/feed-client.ts'
import type { LedgerClient } from './server/ledger/ledger-client.ts'
import type { ServerRooms } from './server/rooms.ts'

/** What an agent works with. All agents of a process share it, but the log. */
export interface AgentGround extends ServerRooms {
  /** Reads and writes documents that are open. */
  readonly replica: Replica
  /** What of the program the company has on; `hasFeature` (shared/features/known.ts) says it anywhere in the process. */
  readonly features: Features
  /** Opens documents for a piece of work. */
  readonly documents: Documents
  /** Hears the journal. */
  readonly feed: FeedClient
  /** Effects outside our records, each brought about by one agent at a time. */
  readonly ledger: LedgerClient
  /** Where phones of the office's network are listened to over plain HTTP; null: nowhere. */
  readonly phonesAt: ListenAt | null
  /** Small texts that outlive the process, by name: `workflow.feed`. */
  readonly cache: Pick<Cache, 'place'>
  /** The folder of what agents keep. */
  readonly folder: string
  readonly log: Logger
  /** Asks it to stop: it begins nothing new, and resolves when what it does is done. */
  readonly signal: AbortSignal
}

/** A headless worker. */
export interface Agent {
  readonly name: string
  /** It works while the company has this on (SPEC RT15). */
  readonly feature?: FeatureId
  /** Works until the signal. What it throws is logged, and it is begun anew (SPEC RT12). */
  run(ground: AgentGround): Promise<void>
}
