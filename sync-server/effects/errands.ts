import {
  ERRAND_WITHIN,
  type ErrandAsked,
  type ErrandDone,
  type ErrandKind,
  type Errands as Kinds,
} from '../../shared/effects/errands.ts'
import { Failure } from '../../shared/errors.ts'
import { newEntryId } from '../../shared/records/keys/id.ts'
import { News } from './news.ts'

/** An agent asks again at once: where none has for so long, none runs, ms. */
const AGENT_WITHIN = 5_000

interface ErrandsPatience {
  readonly agent: number
  readonly answer: number
}

interface Waiting {
  readonly errand: ErrandAsked
  readonly answered: (answer: ErrandDone['answer']) => void
  /** An agent has it. */
  isTaken: boolean
}

/** What agents are to do for who waits at a form (SPEC MA11, MA16). It stands in memory alone, as its secrets do. */
export class Errands {
  readonly #waiting = new Map<string, Waiting>()
  readonly #patience: ErrandsPatience
  readonly #news = new News()

  constructor(patience: ErrandsPatience = { agent: AGENT_WITHIN, answer: ERRAND_WITHIN }) {
    this.#patience = patience
  }

  /** What an agent answers. Failure errand-unanswered where none does within half a minute. */
  async ask<K extends ErrandKind>(kind: K, asked: Kinds[K]['asked']): Promise<Kinds[K]['answer']> {
    const id = newEntryId()
    const { promise, resolve, reject } = Promise.withResolvers<ErrandDone['answer']>()
    const waiting: Waiting = { errand: { id, kind, asked } as ErrandAsked, answered: resolve, isTaken: false }
    const give = () => reject(new Failure('errand-unanswered'))
    const timers = [
      setTimeout(() => waiting.isTaken || give(), this.#patience.agent),
      setTimeout(give, this.#patience.answer),
    ]
    this.#waiting.set(id, waiting)
    this.#news.tell()
    try {
      // It is of this kind: `done` takes no other.
      return (await promise) as Kinds[K]['answer']
    } finally {
      for (const timer of timers) clearTimeout(timer)
      this.#waiting.delete(id)
    }
  }

  /** What no agent has taken yet; where there is nothing it waits so long for it, ms, unless who asked is gone. */
  async take(wait: number, gone: AbortSignal): Promise<readonly ErrandAsked[]> {
    const next = this.#news.next()
    if (this.#untaken().length === 0) await this.#news.comes(next, wait, gone)
    if (gone.aborted) return []
    return this.#untaken().map((waiting) => {
      waiting.isTaken = true
      return waiting.errand
    })
  }

  /** An agent has done one; nobody may wait for it any more. */
  done({ id, kind, answer }: ErrandDone): void {
    const waiting = this.#waiting.get(id)
    if (waiting?.errand.kind === kind) waiting.answered(answer)
  }

  /** Agents that wait are answered; none waits any more. */
  end(): void {
    this.#news.end()
  }

  #untaken(): Waiting[] {
    return [...this.#waiting.values()].filter(({ isTaken }) => !isTaken)
  }
}
