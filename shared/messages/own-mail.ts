import type { Mail, SendingSettings, ShownSecret } from './sending.ts'

/**
 * A person's own account of mail, by which letters go in his name (sync-server/sending/SPEC.md). As JSON over HTTP:
 *
 * | request | body | answer |
 * | --- | --- | --- |
 * | GET /api/profile/mail | | OwnMailAnswer |
 * | PUT /api/profile/mail | OwnMailChange | OwnMailAnswer |
 * | DELETE /api/profile/mail | | OwnMailAnswer |
 * | GET /api/sending/own | | OwnMailList |
 * | DELETE /api/sending/own/:user | | OwnMailList |
 * | POST /api/agent/sending/refused (service key) | MailRefusal | Done |
 */
export interface OwnMail<Secret> extends Mail<Secret> {
  /** What stands under each of the person's letters, plain lines; empty: nothing. */
  readonly signature: string
}

/** All of it anew. A password that is null stays as it is, as long as it goes where it went; an empty one is removed. */
export type OwnMailChange = OwnMail<string | null>

/** What is said of an account besides how it is set. */
interface Standing {
  /** When it was changed last, ms since 1970. */
  readonly changed: number
  /** Its password cannot be opened by this server: it is to be given anew. */
  readonly isLocked: boolean
  /** What its server said when it took name and password no more; null: it has not. */
  readonly refused: string | null
}

/** What a person sees of the own account. */
export interface OwnMailView extends Standing {
  readonly settings: OwnMail<ShownSecret>
}

export interface OwnMailAnswer {
  /** Null: none is set up. */
  readonly mail: OwnMailView | null
}

/** What who looks after accounts sees of somebody’s: that it is there. */
export interface OwnMailHolder extends Standing {
  /** The account of the program. */
  readonly user: string
  readonly address: string
}

export interface OwnMailList {
  readonly holders: readonly OwnMailHolder[]
}

/** An account as who sends has it. */
export interface HeldMail extends OwnMail<string>, Pick<Standing, 'changed' | 'refused'> {}

/** What sends: agents alone are told this. */
export interface AgentSending extends SendingSettings {
  /** Accounts of people, by the account of the program; one that is locked is not there. */
  readonly own: Readonly<Record<string, HeldMail>>
}

/** That a server takes name and password of an account no more, as it was changed last. */
export interface MailRefusal {
  readonly user: string
  readonly changed: number
  /** What it said; empty: it takes them again. */
  readonly answer: string
}
