import type { HeldAccount, OAuth } from '../../../shared/letters/accounts.ts'
import type { HeldMail } from '../../../shared/messages/own-mail.ts'
import { gmailPost } from '../letters/gmail-post.ts'
import { openMail, type Post } from '../letters/smtp.ts'
import { type OwnLine, OwnLines } from '../names/own-lines.ts'

/** Opens what takes the letters of an account. */
type OpenPost = (mail: HeldMail, account: Pick<HeldAccount, 'receive' | 'oauth'> | null) => Post

/** By Gmail’s interface where it receives so, else to its server, by the password or a token. */
const openPost: OpenPost = (mail, account) => {
  if (!account || account.oauth === '') return openMail(mail)
  // Checked as it was kept (sync-server/mail/accounts/SPEC MA8).
  const pass = JSON.parse(account.oauth) as OAuth
  return account.receive?.way === 'gmail' ? gmailPost({ pass }) : openMail(mail, undefined, undefined, pass)
}

/** An account that sends, and the line to its server. */
export interface AccountLine {
  readonly account: HeldAccount
  readonly line: OwnLine
}

/** Lines to accounts of mail that letters name, asked for anew where the last answer is older than `fresh`, ms. */
export class CurrentAccounts {
  readonly #read: () => Promise<readonly HeldAccount[]>
  readonly #fresh: number
  readonly #lines: OwnLines
  #held: ReadonlyMap<string, HeldAccount> = new Map()
  #asked: { readonly at: number; readonly all: Promise<readonly HeldAccount[]> } | null = null

  constructor(read: () => Promise<readonly HeldAccount[]>, fresh: number, open: OpenPost = openPost) {
    this.#read = read
    this.#fresh = fresh
    this.#lines = new OwnLines((mail) => open(mail, this.#held.get(mail.account) ?? null))
  }

  /** The line of an account; null: there is none, or it does not send. Rejects as `read` does. */
  async of(id: string): Promise<AccountLine | null> {
    const all = await this.#now()
    const [account, line] = [all.find((one) => one.id === id), this.#lines.of(id)]
    return account && line && !account.isOff ? { account, line } : null
  }

  close(): void {
    this.#lines.close()
    this.#asked = null
  }

  #now(): Promise<readonly HeldAccount[]> {
    const isFresh = this.#asked !== null && performance.now() - this.#asked.at <= this.#fresh
    const asked = this.#asked && isFresh ? this.#asked : { at: performance.now(), all: this.#ask() }
    this.#asked = asked
    asked.all.catch(() => {
      if (this.#asked === asked) this.#asked = null
    })
    return asked.all
  }

  async #ask(): Promise<readonly HeldAccount[]> {
    const all = await this.#read()
    this.#held = new Map(all.map((one) => [one.id, one]))
    this.#lines.take(Object.fromEntries(all.flatMap((one) => (one.send ? [[one.id, mailOf(one, one.send)]] : []))))
    return all
  }
}

/** An account as a line is opened to it. */
export function mailOf(account: HeldAccount, send: NonNullable<HeldAccount['send']>): HeldMail {
  const { password, fromName, address, signature, changed } = account
  return { ...send, account: account.id, password, fromName, fromAddress: address, signature, changed, refused: null }
}
