import type { TlsMode } from '../messages/sending.ts'

/**
 * Accounts of mail, the company's and people's own, kept by the server with their secrets sealed. As JSON over HTTP:
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET /api/mail/accounts | | AccountList: the own ones, for owners and admins the company's too |
 * | PUT /api/mail/accounts/:id | AccountChange | AccountList |
 * | DELETE /api/mail/accounts/:id | | AccountList |
 * | POST /api/mail/check | AccountChange, with its id | CheckAnswer: an agent has tried it |
 * | GET /api/agent/mail/accounts (service key) | | HeldAccounts |
 * | POST /api/agent/mail/standing (service key) | AccountStanding | Done |
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
  /** Null: it only receives. */
  readonly send: MailServer | null
  readonly password: Secret
  /** A refresh token, as JSON with client's id and secret; in place of the password. */
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

/** An account as who sends and receives has it. */
export interface HeldAccount extends Account<string> {
  readonly id: string
  /** The account of the program that it belongs to; null: the company's. */
  readonly owner: string | null
  /** When it was changed last, ms since 1970. */
  readonly changed: number
}

export interface HeldAccounts {
  readonly accounts: readonly HeldAccount[]
}
