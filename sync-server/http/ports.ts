import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Accounts } from '../accounts/accounts.ts'
import type { Feeds } from '../calendar/feeds.ts'
import type { CounterpartySettings } from '../counterparties/service.ts'
import type { Errands } from '../effects/errands.ts'
import type { Feed } from '../effects/feed.ts'
import type { Ledger } from '../effects/ledger.ts'
import type { Eraser } from '../erasing/eraser.ts'
import type { Files } from '../files/files.ts'
import type { Backups } from '../keeping/nightly/backups.ts'
import type { MailAccounts } from '../mail/accounts/accounts.ts'
import type { Consents } from '../mail/consents/consents.ts'
import type { MailLedger } from '../mail/ledger/ledger.ts'
import type { Sending } from '../sending/sending.ts'
import type { Door } from '../site/door.ts'
import type { SiteSettings } from '../site/settings/settings.ts'
import type { Storage } from '../storage/storage.ts'
import type { Author } from '../sync/author.ts'
import type { Parcels } from '../sync/parcels/parcels.ts'
import type { Telephony } from '../telephony/telephony.ts'
import type { HttpFigures } from './figures.ts'

/** What HTTP needs of the rest of the server. */
export interface Ports {
  readonly accounts: Accounts
  /** The company's id. */
  readonly company: string
  readonly author: Author
  /** Gives a name that nobody has written under yet to an account, or to a process by its own name. */
  readonly giveReplica: (user: string, label: string) => Promise<string> | string
  /** The audit trail. */
  readonly trail: Pick<Storage, 'audit' | 'standing' | 'searchTrail' | 'indexTrail'>
  /** What agents hear of the journal. */
  readonly feed: Feed
  /** What agents do but once. */
  readonly ledger: Pick<Ledger, 'act'>
  /** How letters and SMS are sent. */
  readonly sending: Sending
  /** What became of each letter that mail servers list. */
  readonly mailLedger: MailLedger
  /** Accounts of mail, the company's and people's own. */
  readonly mailAccounts: MailAccounts
  /** What agents are to do for who waits at a form. */
  readonly errands: Errands
  /** Consents of people to mail, until their accounts are kept. */
  readonly consents: Consents
  /** Which service says what is known of companies. */
  readonly counterparties: CounterpartySettings
  /** Phones and lines, and the way to the bridge. */
  readonly telephony: Telephony
  /** The company's site, and where links of letters lead. */
  readonly door: Door
  readonly siteSettings: SiteSettings
  /** Whole documents with their columns. */
  readonly parcels: Pick<Parcels, 'maker' | 'of'>
  /** Calendars to subscribe to. */
  readonly feeds: Feeds
  /** The bytes of files. */
  readonly files: Files
  /** Persons who are erased. */
  readonly eraser: Pick<Eraser, 'preview' | 'ask'>
  /** The backups of the company. */
  readonly backups: Pick<Backups, 'state' | 'make'>
  /** Replicas that are connected now. */
  readonly online: () => ReadonlySet<string>
  readonly health: () => Health
  readonly registry: Registry
  /** What a process of this machine shows instead of a session; it stands in the data folder. */
  readonly serviceKey: string
  /** What the first start shows where it does not come from this machine; null where there is a company already. */
  readonly setUpCode: string | null
  /** The server was started to make the demo company at its first start. */
  readonly demoAsked: boolean
  /** The folder of the built PWA; where there is none, only the interface is served. */
  readonly client: string
  readonly access: Access
  readonly log: Logger
}

/** From where the server may be used. */
export interface Access {
  /** The address under which people reach the server, `https://crm.example`. */
  readonly address: string
  /** Further origins whose pages may use the server, besides those that it serves itself. */
  readonly origins: readonly string[]
  /** The certificate is of an authority of our own, which a device trusts by a page that is not under HTTPS. */
  readonly ownAuthority: boolean
  /** A proxy of ours stands before the server and names the client in `x-forwarded-for`. */
  readonly behindProxy: boolean
}

/** Whether the server can do its work, with what an operator wants to know. */
export interface Health {
  readonly ok: boolean
  readonly [detail: string]: string | number | boolean | null
}

export interface Env {
  Bindings: HttpBindings
}

/** What the routes of the interface share. */
export interface Room extends Ports {
  readonly figures: HttpFigures
}

export type Ask = Context<Env>
export type App = Hono<Env>
