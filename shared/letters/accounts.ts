import type { ShownSecret, TlsMode } from '../messages/sending.ts'
import type { ACCOUNT_STATES } from './collections.ts'

/**
 * Accounts of mail, the company's and people's own, kept by the server with their secrets sealed. As JSON over HTTP:
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET /api/mail/accounts | | AccountList: the own ones, for owners and admins the company's too |
 * | PUT /api/mail/accounts/:id | AccountAsked | AccountList: a new one under an id of `newEntryId` |
 * | DELETE /api/mail/accounts/:id | | AccountList |
 * | POST /api/mail/check | AccountTry | CheckAnswer (check.ts): an agent has tried it |
 * | POST /api/mail/guess | MailGuessAsked | MailGuess (services.ts): an agent has asked who takes the letters of its domain |
 * | /api/mail/consents | | consent/consent.ts |
 * | GET /api/agent/mail/accounts (service key) | | HeldAccounts |
 * | POST /api/agent/mail/standing (service key) | AccountStanding | Done |
 * | POST /api/agent/mail/renewed (service key) | OAuthRenewed | Done |
 */

/** How letters come. `gmail`: by its interface, with OAuth. */
export const RECEIVING_WAYS = ['imap', 'gmail'] as const
export type ReceivingWay = (typeof RECEIVING_WAYS)[number]

/** A server and the name under which one signs in there; the password stands once, for both. */
export interface MailServer {
  readonly host: string
  readonly port: number
  readonly tls: TlsMode
  /** Empty: the server asks for none. */
  readonly user: string
}

/** An account with what stands in place of each secret: itself, whether it is set, or what it becomes. */
export interface Account<Secret> {
  readonly name: string
  readonly fromName: string
  readonly address: string
  /** Null: it only sends. For `gmail` the server is Google's. */
  readonly receive: (MailServer & { readonly way: ReceivingWay }) | null
  /** Null: it only receives. `mostMb`: the largest letter that it takes, MB; where nothing is said, LARGEST_LETTER_MB. */
  readonly send: (MailServer & { readonly mostMb?: number | undefined }) | null
  readonly password: Secret
  /** `OAuth` as JSON; in place of the password. */
  readonly oauth: Secret
  /** Folders that letters are taken from, by path; none: all but drafts, spam and what was removed. */
  readonly folders: readonly string[]
  /** Letters that came before this are left where they are, ms since 1970; null: all are taken. */
  readonly since: number | null
  readonly isDefault: boolean
  /** What is read here is marked as read there. */
  readonly marksSeen: boolean
  /** Its server keeps what it sends by itself: nothing is put into Sent. */
  readonly storesSent: boolean
  /** Stands under its letters, plain lines. */
  readonly signature: string
  readonly isOff: boolean
}

/** All of it anew. A secret that is null stays, as long as it goes where it went; an empty one is removed. */
export interface AccountChange extends Account<string | null> {
  /** Whether it is the company's; else it is the own one of who asks. */
  readonly isCompanys: boolean
}

/** A change as it is asked for. */
export interface AccountAsked extends AccountChange {
  /** The consent that was given for it (consent/consent.ts), in the place of `oauth`. */
  readonly consent?: string | undefined
}

/** An account to be tried as it is set in a form: what is not named of its secrets is as it is kept under its id. */
export interface AccountTry extends AccountAsked {
  readonly id: string
}

/** An account as who sends and receives has it. */
export interface HeldAccount extends Account<string> {
  readonly id: string
  /** The account of the program that it belongs to; null: the company's. */
  readonly owner: string | null
  /** When it was changed last, ms since 1970. */
  readonly changed: number
}

/** The longest signature, in signs. */
export const LONGEST_SIGNATURE = 2_000

export interface HeldAccounts {
  readonly accounts: readonly HeldAccount[]
}

/** By what an account signs in without a password (OAuth 2, RFC 6749). */
export interface OAuth {
  readonly refreshToken: string
  readonly clientId: string
  /** Empty: the client has none. */
  readonly clientSecret: string
  /** Where access tokens are had. */
  readonly tokenUrl: string
}

/** What a service gave in the place of a refresh token: `OAuth` as it was, and as it is from now on, both as JSON. */
export interface OAuthRenewed {
  readonly was: string
  readonly now: string
}

/** What is said of an account besides how it is set. */
interface Kept {
  readonly id: string
  /** The account of the program that it belongs to; null: the company's. */
  readonly owner: string | null
  /** When it was changed last, ms since 1970. */
  readonly changed: number
  /** Its secrets cannot be opened by this server: they are to be given anew. */
  readonly isLocked: boolean
}

/** An account as who may change it sees it. */
export interface AccountView extends Account<ShownSecret>, Kept {}

/** What who looks after accounts sees of somebody's own: that it is there. */
export interface AccountOfAnother extends Kept {
  readonly address: string
}

export interface AccountList {
  readonly accounts: readonly AccountView[]
  readonly others: readonly AccountOfAnother[]
  /** Where the company’s accounts have their tokens: their clients serve everybody’s consent there. */
  readonly clients: readonly OAuth['tokenUrl'][]
}

/** The two lines of an account. */
export const ACCOUNT_SIDES = ['receive', 'send'] as const
export type AccountSide = (typeof ACCOUNT_SIDES)[number]

export type AccountState = Exclude<(typeof ACCOUNT_STATES)[number], 'off'>

/** Stands in place of what a server said (`mailAccounts.trouble`) where the account's person may sign in no more. */
export const SHUT_OUT = 'account-disabled'

/** How an account stands, as an agent finds it; what is not named stays as it is. It goes into the record `mailAccounts`. */
export interface AccountStanding {
  readonly account: string
  /** As the agent has it (`HeldAccount.changed`): of an account that was changed since it says nothing. */
  readonly changed: number
  /** Whose state it is; where nothing is said, of receiving. */
  readonly side?: AccountSide
  readonly state?: AccountState
  /** What the server said; with `connected` there is none. */
  readonly trouble?: string | null
  readonly sentFolder?: string | null
  readonly trashFolder?: string | null
  readonly archiveFolder?: string | null
  /** Folders whose letters are not taken in and not counted. */
  readonly leftOut?: readonly string[]
  readonly listed?: number
  readonly taken?: number
  readonly filtered?: number
  readonly failed?: number
}
