import type { Logger } from 'pino'
import { ownCircle } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { Failure } from '../../../shared/errors.ts'
import type { HeldAccount } from '../../../shared/letters/accounts.ts'
import { parseId } from '../../../shared/records/keys/id.ts'
import { pause } from '../../runtime/pause.ts'
import type { LedgerClient } from '../../runtime/server/ledger/ledger-client.ts'
import { AccountWork } from './account-work.ts'
import type { Acts } from './acts.ts'
import type { AccountGround } from './work.ts'

/** So long an account that another agent works with, or that failed, is left, ms. */
const LATER = 5000

/** An account, as far as its letters are told by it from others’. */
export type Known = Pick<HeldAccount, 'id' | 'owner'>

interface AccountsGround {
  readonly read: () => Promise<readonly HeldAccount[]>
  /** All that there are, those that are off or shut out among them. */
  readonly known: () => readonly Known[]
  /** Which of these letters an account has. */
  readonly lettersOf: (account: string, ids: readonly string[]) => Promise<readonly string[]>
  readonly ledger: Pick<LedgerClient, 'claim'>
  readonly workOf: (account: HeldAccount, signal: AbortSignal) => AccountGround
  readonly acts: Acts
  readonly log: Logger
  readonly signal: AbortSignal
}

interface Running {
  readonly account: HeldAccount
  readonly stopping: AbortController
  readonly over: Promise<void>
  /** Null while it has not begun. */
  work: AccountWork | null
}

/** All accounts that receive, each worked with as if it were alone, by one agent of all. */
export class Accounts {
  readonly #ground: AccountsGround
  readonly #running = new Map<string, Running>()
  #looking: Promise<void> | null = null
  #isToLook = false

  constructor(ground: AccountsGround) {
    this.#ground = ground
  }

  /** Resolves when the accounts are known for the first time. */
  async begin(): Promise<void> {
    this.look()
    await this.#looking
  }

  /** Reads the accounts anew: begins what there is to begin, and ends what was changed or is no more. */
  look(): void {
    this.#isToLook = true
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
    })
  }

  /** Something was written here of these letters. What is of an account that is not worked with waits until it is. */
  async acted(letters: Iterable<string>): Promise<void> {
    const { acts, known, lettersOf } = this.#ground
    const all = [...letters]
    for (const account of known()) {
      const own = all.flatMap((id) => ownIn(account, id))
      if (own.length === 0) continue
      const running = this.#running.get(account.id)
      acts.add(account.id, running ? own : await lettersOf(account.id, own))
      running?.work?.acted()
    }
  }

  /** A letter was put into a folder of an account: it is taken in without waiting. */
  appended(account: string): void {
    this.#running.get(account)?.work?.pollNow()
  }

  /** Resolves when all of them have stopped. */
  async ended(): Promise<void> {
    await this.#looking
    await Promise.all([...this.#running.values()].map(({ over }) => over))
  }

  async #look(): Promise<void> {
    const { signal, log } = this.#ground
    while (this.#isToLook && !signal.aborted) {
      this.#isToLook = false
      try {
        await this.#settle(await this.#ground.read())
      } catch (err) {
        if (signal.aborted) return
        log.error({ err }, 'accounts of mail could not be read')
        await pause(LATER, signal)
        this.#isToLook = true
      }
    }
  }

  async #settle(accounts: readonly HeldAccount[]): Promise<void> {
    this.#ground.acts.retain(new Set(this.#ground.known().map(({ id }) => id)))
    const wanted = new Map(accounts.filter(({ receive, isOff }) => receive && !isOff).map((one) => [one.id, one]))
    for (const [id, { account, stopping, over }] of this.#running) {
      if (wanted.get(id)?.changed === account.changed) continue
      stopping.abort()
      await over
      this.#running.delete(id)
    }
    for (const [id, account] of wanted) if (!this.#running.has(id)) this.#running.set(id, this.#begin(account))
  }

  #begin(account: HeldAccount): Running {
    const stopping = new AbortController()
    const until = AbortSignal.any([this.#ground.signal, stopping.signal])
    const running: Running = { account, stopping, over: Promise.resolve(), work: null }
    return Object.assign(running, { over: this.#work(running, until) })
  }

  /** Works as long as no other agent of the company does so with this account. */
  async #work(running: Running, until: AbortSignal): Promise<void> {
    const { acts, ledger, log, workOf } = this.#ground
    const { account } = running
    while (!until.aborted) {
      try {
        const claimed = await ledger.claim(`mail/${account.id}`, 'repeat')
        if (claimed.is === 'yours') {
          const { lease } = claimed
          running.work = new AccountWork(workOf(account, AbortSignal.any([until, lease.signal])), acts)
          await running.work.run().finally(() => lease.release())
        }
      } catch (err) {
        if (err instanceof Failure && err.code === 'mail-ledger-account') this.look()
        else if (!until.aborted) log.error({ err, account: account.id }, 'an account of mail is not worked with')
      }
      running.work = null
      await pause(LATER, until)
    }
  }
}

/** The id of a letter in the account's own circle, where it may be one of its own: acts on the twin are acts on it. */
function ownIn({ owner }: Known, id: string): string[] {
  const circle = parseId(id)?.circle
  if (owner === null) return circle === COMMON ? [id] : []
  if (circle === undefined) return []
  const own = ownCircle(owner)
  return circle === COMMON || circle === own ? [`${own}${id.slice(circle.length)}`] : []
}
