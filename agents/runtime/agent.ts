import type { Logger } from 'pino'
import type { BridgeAddress, HeldPhone } from '../../shared/calls/phones.ts'
import type { CounterpartyService } from '../../shared/counterparties/service.ts'
import type { ErrandAsked, ErrandDone } from '../../shared/effects/errands.ts'
import type { FeatureId } from '../../shared/features/features.ts'
import type { AccountStanding, HeldAccount } from '../../shared/letters/accounts.ts'
import type { AgentSending } from '../../shared/messages/own-mail.ts'
import type { ExchangeStanding, ShopExchange } from '../../shared/site/exchange/settings.ts'
import type { SiteStanding } from '../../shared/site/standing.ts'
import type { Cache } from './cache/cache.ts'
import type { Documents } from './documents/documents.ts'
import type { Features } from './features.ts'
import type { ListenAt } from './options.ts'
import type { Replica } from './replica.ts'
import type { PublicDoor } from './server/door.ts'
import type { FeedClient } from './server/feed-client.ts'
import type { LedgerClient } from './server/ledger/ledger-client.ts'
import type { MailLedgerClient } from './server/mail/mail-ledger.ts'

/** What an agent works with. All agents of a process share it, but the log. */
export interface AgentGround {
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
  /** How the company sends letters and SMS now, with secrets: not to be kept, nor logged. */
  readonly settings: () => Promise<AgentSending>
  /** Accounts of mail, the company's and people's own, with secrets: not to be kept, nor logged. */
  readonly mailAccounts: () => Promise<readonly HeldAccount[]>
  /** Tells the server how an account of mail stands. */
  readonly tellStanding: (standing: AccountStanding) => Promise<void>
  /** What somebody waits for at a form, with secrets: waits for the next for a while. */
  readonly errands: () => Promise<readonly ErrandAsked[]>
  readonly tellErrand: (done: ErrandDone) => Promise<void>
  /** What became of each letter that mail servers list. */
  readonly mailLedger: MailLedgerClient
  /** Which service says what is known of companies, with its key: not to be kept, nor logged. */
  readonly counterpartyService: () => Promise<CounterpartyService<string> | null>
  /** Phones and lines, with keys and secrets: not to be kept, nor logged. */
  readonly phones: () => Promise<readonly HeldPhone[]>
  /** Tells the server where the bridge listens: it hands there on what phones send. */
  readonly tellBridge: (bridge: BridgeAddress) => Promise<void>
  /** Where phones of the office's network are listened to over plain HTTP; null: nowhere. */
  readonly phonesAt: ListenAt | null
  /**
   * The public door, with keys: not to be kept, nor logged. Never null as long as the sync server serves it itself; where it is not
   * `isPublic`, letters must not lead there.
   */
  readonly door: () => Promise<PublicDoor | null>
  /** Tells the server how the company’s site stands. */
  readonly tellSite: (standing: SiteStanding) => Promise<void>
  /** With which shop goods and orders are exchanged, with the password: not to be kept, nor logged; null: with none. */
  readonly shopExchange: () => Promise<ShopExchange<string> | null>
  readonly tellExchange: (standing: ExchangeStanding) => Promise<void>
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
