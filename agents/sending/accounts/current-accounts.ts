import type { HeldAccount } from '../../../shared/letters/accounts.ts'
import type { HeldMail } from '../../../shared/messages/own-mail.ts'
import { type OwnLine, OwnLines } from '../names/own-lines.ts'

/** An account that sends, and the line to its server. */
export interface AccountLine {
  readonly account: HeldAccount
  readonly line: OwnLine
}

/** Lines to accounts of mail that letters name, asked for anew where the last answer is older than `fresh`, ms. */
export class CurrentAccounts {
  readonly #read: () => Promise<readonly HeldAccount[]>
  readonly #fresh: number
  readonly #lines = new OwnLines()
  #asked: { readonly at: number; readonly all: Promise<readonly HeldAccount[]> } | null = null

  constructor(read: () => Promise<readonly HeldAccount[]>, fresh: number) {
    this.#read = read
    this.#fresh = fresh
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
    this.#lines.take(Object.fromEntries(all.flatMap((one) => (one.send ? [[one.id, mailOf(one, one.send)]] : []))))
    return all
  }
}

/** An account as a line is opened to it. */
export function mailOf(account: HeldAccount, send: NonNullable<HeldAccount['send']>): HeldMail {
  const { id, receive, password, oauth, fromName, address, signature, changed } = account
  const of = { account: id, way: receive?.way ?? null, signature, changed, refused: null }
  return { ...send, ...of, password, oauth, fromName, fromAddress: address }
}
