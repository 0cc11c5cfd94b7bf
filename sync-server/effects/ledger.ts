import type { Logger } from 'pino'
import type { EffectAct, EffectResult } from '../../shared/effects/ledger.ts'
import { Failure } from '../../shared/errors.ts'
import { DAY_MS } from '../../shared/time/days.ts'
import type { EffectState } from '../storage/effects/ledger.ts'
import type { EffectStore } from '../storage/effects/store.ts'
import type { LedgerFigures } from './metrics.ts'

/** So long all is known of what was done; then that it was. */
const KEPT = 400 * DAY_MS
const FORGET_EVERY = DAY_MS

interface LedgerOptions {
  readonly effects: EffectStore
  readonly figures: LedgerFigures
  readonly log: Logger
}

/** Of what health tells how many there are; how often that is counted, ms. */
const COUNTED = 15_000

/** How effects stood when they were counted last; null: they have not been. */
export interface LedgerHealth {
  readonly effectsHeld: number | null
  readonly effectsDoubtful: number | null
  readonly [detail: string]: number | null
}

const UNCOUNTED: LedgerHealth = { effectsHeld: null, effectsDoubtful: null }

/** What agents do but once (SPEC LG6 to LG14). */
export class Ledger {
  readonly #options: LedgerOptions
  #timer: NodeJS.Timeout | undefined
  #forgetting: Promise<void> = Promise.resolve()
  #health = UNCOUNTED
  #countedAt = Number.NEGATIVE_INFINITY

  constructor(options: LedgerOptions) {
    this.#options = options
  }

  /** Does acts in one transaction, on the disk when this resolves. Failure storage-failed: none of them is done, or nobody knows. */
  async act(acts: readonly EffectAct[]): Promise<readonly EffectResult[]> {
    const results = await this.#stored((effects) => effects.act(acts))
    for (const [i, { is }] of results.entries()) {
      const act = acts[i]
      if (act) this.#options.figures.acted(act.act, is)
    }
    return results
  }

  /** As it was counted last; who asks has it counted anew, and is not kept waiting by that (SPEC LG14). */
  health(): LedgerHealth {
    if (performance.now() - this.#countedAt >= COUNTED) {
      this.#countedAt = performance.now()
      void this.#count()
    }
    return this.#health
  }

  async #count(): Promise<void> {
    try {
      const standing = await this.#stored((effects) => effects.standing())
      const countOf = (state: EffectState) => standing.find((one) => one.state === state)?.count ?? 0
      this.#health = { effectsHeld: countOf('held'), effectsDoubtful: countOf('doubtful') }
    } catch (err) {
      this.#health = UNCOUNTED
      this.#options.log.warn({ err }, 'effects: not counted')
    }
  }

  /** Forgets, now and each day, what need not be known any more (SPEC LG11). */
  begin(): void {
    const forget = () => {
      this.#forgetting = this.#forget()
    }
    forget()
    this.#timer = setInterval(forget, FORGET_EVERY).unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#forgetting
  }

  async #forget(): Promise<void> {
    await this.#stored((effects) => effects.forget(Date.now() - KEPT)).catch((err) => {
      this.#options.log.warn({ err }, 'effects: nothing was forgotten')
    })
  }

  async #stored<T>(work: (effects: EffectStore) => Promise<T>): Promise<T> {
    try {
      return await work(this.#options.effects)
    } catch (cause) {
      throw new Failure('storage-failed', {}, { cause })
    }
  }
}
