import { Failure } from '../../../shared/errors.ts'
import type { Account } from '../../../shared/letters/accounts.ts'
import { CHECK_WITHIN, type CheckAnswer, type CheckAsked, type CheckMade } from '../../../shared/letters/check.ts'
import { newEntryId } from '../../../shared/records/keys/id.ts'

/** An agent asks again at once: where none has for so long, none runs, ms. */
const AGENT_WITHIN = 5_000

interface ChecksPatience {
  readonly agent: number
  readonly answer: number
}

interface Asked {
  readonly check: CheckAsked
  readonly answered: (answer: CheckAnswer) => void
  /** An agent has it. */
  isTaken: boolean
}

/** Accounts of mail that agents are to try, between the form and them (SPEC MA11). They stand in memory alone, as their secrets do. */
export class Checks {
  readonly #asked = new Map<string, Asked>()
  readonly #patience: ChecksPatience
  #news = Promise.withResolvers<void>()
  #isEnded = false

  constructor(patience: ChecksPatience = { agent: AGENT_WITHIN, answer: CHECK_WITHIN }) {
    this.#patience = patience
  }

  /** What an agent finds. Failure mail-check-unanswered where none does within half a minute. */
  async ask(account: Account<string>): Promise<CheckAnswer> {
    const id = newEntryId()
    const { promise, resolve, reject } = Promise.withResolvers<CheckAnswer>()
    const asked: Asked = { check: { id, account }, answered: resolve, isTaken: false }
    const give = () => reject(new Failure('mail-check-unanswered'))
    const timers = [
      setTimeout(() => asked.isTaken || give(), this.#patience.agent),
      setTimeout(give, this.#patience.answer),
    ]
    this.#asked.set(id, asked)
    this.#tell()
    try {
      return await promise
    } finally {
      for (const timer of timers) clearTimeout(timer)
      this.#asked.delete(id)
    }
  }

  /** What no agent has taken yet; where there is nothing it waits so long for it, ms, unless who asked is gone. */
  async take(wait: number, gone: AbortSignal): Promise<readonly CheckAsked[]> {
    const over = Promise.withResolvers<void>()
    const timer = setTimeout(over.resolve, wait)
    gone.addEventListener('abort', () => over.resolve())
    if (this.#waiting().length === 0 && !this.#isEnded) await Promise.race([this.#news.promise, over.promise])
    clearTimeout(timer)
    if (gone.aborted) return []
    return this.#waiting().map((asked) => {
      asked.isTaken = true
      return asked.check
    })
  }

  /** An agent has tried one; nobody may wait for it any more. */
  made({ id, answer }: CheckMade): void {
    this.#asked.get(id)?.answered(answer)
  }

  /** Agents that wait are answered; none waits any more. */
  end(): void {
    this.#isEnded = true
    this.#tell()
  }

  #waiting(): Asked[] {
    return [...this.#asked.values()].filter(({ isTaken }) => !isTaken)
  }

  #tell(): void {
    this.#news.resolve()
    this.#news = Promise.withResolvers()
  }
}
