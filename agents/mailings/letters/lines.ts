import type { HeldAccount } from '../../../shared/letters/accounts.ts'
import type { HeldMail } from '../../../shared/messages/own-mail.ts'
import type { Mail } from '../../../shared/messages/sending.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { mailOf } from '../../sending/accounts/current-accounts.ts'
import { openHeld } from '../../sending/accounts/open-held.ts'
import { openMail, type Pool, type Post } from '../../sending/letters/smtp.ts'
import type { Gate } from '../../sending/sms/gate.ts'
import { CurrentWays } from '../../sending/ways/ways.ts'

/** Settings that were read so long ago are read anew, ms. */
const FRESH = 10_000
/** So many lines lead to a mail server: SMTP answers each letter before the next goes over the same one. */
export const LINES = 4
/** Lines of mailings are apart from those of letters that people wait for. */
const MANY: Pool = { connections: LINES, letters: 200 }

/** By what letters of a mailing go. */
export interface LetterLine {
  readonly post: Pick<Post, 'send'>
  /** Null: the company has named no mail server, and letters become files. */
  readonly mail: Mail<string> | HeldMail | null
  /** What stands under its letters, plain lines. */
  readonly signature: string
}

type Ground = Pick<AgentGround, 'settings' | 'mailAccounts' | 'folder'>

/** The lines by which mailings go, each opened with its first letter, and anew when its settings are others. */
export class Lines {
  readonly #ways: CurrentWays
  readonly #accounts: Ground['mailAccounts']
  readonly #open = new Map<string, Post>()
  #read: { readonly at: number; readonly all: Promise<readonly HeldAccount[]> } | null = null

  constructor({ settings, mailAccounts, folder }: Ground) {
    this.#ways = new CurrentWays(settings, folder, FRESH, () => undefined)
    this.#accounts = mailAccounts
  }

  /** The line of an account, or without one the company's usual; null: the account is gone or does not send. */
  async letters(account: string | null): Promise<LetterLine | null> {
    const ways = await this.#ways.now()
    if (account === null) {
      if (ways.mail === null) return { post: ways.post, mail: null, signature: '' }
      return this.#lineTo(ways.mail, 'account' in ways.mail ? ways.mail.signature : '')
    }
    const held = (await this.#held()).find(({ id }) => id === account)
    if (!held?.send || held.isOff) return null
    return this.#lineTo(mailOf(held, held.send), held.signature)
  }

  async sms(): Promise<Gate> {
    return (await this.#ways.now()).gate
  }

  close(): void {
    for (const post of this.#open.values()) post.close()
    this.#open.clear()
    this.#ways.close()
  }

  #lineTo(mail: Mail<string> | HeldMail, signature: string): LetterLine {
    const said = JSON.stringify(mail)
    const post =
      this.#open.get(said) ??
      ('account' in mail ? openHeld(mail, MANY) : openMail(mail, undefined, undefined, null, MANY))
    this.#open.set(said, post)
    return { post, mail, signature }
  }

  async #held(): Promise<readonly HeldAccount[]> {
    const isFresh = this.#read !== null && performance.now() - this.#read.at <= FRESH
    const read = this.#read && isFresh ? this.#read : { at: performance.now(), all: this.#accounts() }
    this.#read = read
    read.all.catch(() => {
      if (this.#read === read) this.#read = null
    })
    return await read.all
  }
}
