import type { ReceivingWay } from '../letters/accounts.ts'
import type { Mail, SendingSettings } from './sending.ts'

/** An account of mail (shared/letters/accounts.ts) as letters go by it. */
export interface HeldMail extends Mail<string> {
  /** Its id. */
  readonly account: string
  /** `OAuth` as JSON, in place of the password; empty: there is none. */
  readonly oauth: string
  /** How it receives: by Gmail’s interface it sends, too. Null: it only sends. */
  readonly way: ReceivingWay | null
  /** What stands under each of its letters, plain lines; empty: nothing. */
  readonly signature: string
  /** When it was changed last, ms since 1970. */
  readonly changed: number
  /** What its server said when it took name and password no more; null: it has not. */
  readonly refused: string | null
}

/** What sends: agents alone are told this. */
export interface AgentSending extends Pick<SendingSettings, 'sms'> {
  /** The company’s default account, else what its settings of sending say; null: neither is there. */
  readonly mail: Mail<string> | HeldMail | null
  /** What each person sends by, by the account of the program; one that is locked is not there. */
  readonly own: Readonly<Record<string, HeldMail>>
}

/** That a server takes name and password of an account no more, as it was changed last. */
export interface MailRefusal {
  readonly account: string
  readonly changed: number
  /** What it said; empty: it takes them again. */
  readonly answer: string
}
