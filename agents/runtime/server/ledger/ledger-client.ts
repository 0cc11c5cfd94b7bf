import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { EffectAct, EffectMode, EffectResult, EffectResults } from '../../../../shared/effects/ledger.ts'
import { askServer, type ServerAddress } from '../api.ts'
import type { Patience } from '../backoff.ts'
import { patiently } from '../patiently.ts'
import { Acts } from './acts.ts'
import { Lease } from './lease.ts'

/** So long an effect is ours where it is not renewed, ms; it is renewed three times in that. */
const LEASE = 60_000

/** What the ledger is asked with. */
export interface LedgerOptions {
  readonly server: ServerAddress
  readonly log: Logger
  /** The replica's name: the next run under it takes up what this one had begun. */
  readonly holder: string
  /** Ends the asking; later than the agents, so that they settle what they have done. */
  readonly signal: AbortSignal
  readonly lease?: number
  readonly patience?: Patience
}

/** What came of a claim. `held`: another has it until then, ms since 1970. */
export type Claimed =
  | { readonly is: 'yours'; readonly lease: Lease }
  | { readonly is: 'held'; readonly until: number }
  | { readonly is: 'settled'; readonly outcome: string }
  | { readonly is: 'doubtful' }

/** What became of an effect: `done` by us now, else as it was found; `lost`: done by us, and ours no more meanwhile. */
export type Performed = Exclude<Claimed, { is: 'yours' }> | { readonly is: 'done' | 'lost'; readonly outcome: string }

/** Effects outside our records, each brought about by one agent at a time (SPEC RT8; sync-server/effects/SPEC.md). */
export class LedgerClient {
  readonly #options: LedgerOptions
  readonly #lasts: number
  readonly #acts: Acts
  readonly #run = randomUUID()
  #claims = 0
  /** Ours, by key; null while it is claimed. */
  readonly #ours = new Map<string, Lease | null>()
  #renewing: NodeJS.Timeout | null = null
  #isAsked = false

  constructor(options: LedgerOptions) {
    this.#options = options
    this.#lasts = options.lease ?? LEASE
    this.#acts = new Acts((acts) => this.#ask(acts))
  }

  /** Asks to be the one who does it. Rejects when the asking is ended, or with a Failure that does not pass by itself. */
  async claim(key: string, mode: EffectMode): Promise<Claimed> {
    if (this.#ours.has(key)) return { is: 'held', until: Date.now() + this.#lasts }
    this.#ours.set(key, null)
    const asked = performance.now()
    try {
      return this.#claimed(key, asked, await this.#acts.do(this.#claimOf(key, mode)))
    } finally {
      if (this.#ours.get(key) === null) this.#ours.delete(key)
    }
  }

  /**
   * Brings an effect about where it is ours to do, and settles it with what `work` gives. Where that throws, an effect that
   * may be repeated is given back; one that is done once stays in doubt, unless `work` gave it back itself.
   */
  async perform(key: string, mode: EffectMode, work: (lease: Lease) => Promise<string>): Promise<Performed> {
    const claimed = await this.claim(key, mode)
    if (claimed.is !== 'yours') return claimed
    const { lease } = claimed
    try {
      const outcome = await work(lease)
      return { is: (await lease.settle(outcome)) ? 'done' : 'lost', outcome }
    } catch (error) {
      if (mode === 'repeat' && this.#ours.has(key)) await lease.release()
      throw error
    }
  }

  /** What may be repeated a run takes up from the last one under its name, which is over; of what is done once it learns that at once. */
  #claimOf(key: string, mode: EffectMode): EffectAct {
    const { holder } = this.#options
    const claim = { act: 'claim', key, holder, lease: this.#lasts, mode } as const
    if (mode === 'repeat') return { ...claim, nonce: `run:${holder}`.slice(0, 64) }
    return { ...claim, nonce: `${this.#run}.${(++this.#claims).toString(36)}`, run: this.#run }
  }

  #claimed(key: string, asked: number, result: EffectResult): Claimed {
    if (result.is === 'yours') {
      const { token } = result
      const over = () => void this.#ours.delete(key)
      const lease = new Lease({ key, token, lasts: this.#lasts, act: (act) => this.#acts.do(act), over }, asked)
      this.#ours.set(key, lease)
      this.#renewing ??= setInterval(() => void this.#renew(), this.#lasts / 3).unref()
      return { is: 'yours', lease }
    }
    if (result.is === 'released' || result.is === 'lost') throw new RangeError(`A claim was answered by ${result.is}`)
    return result
  }

  async #renew(): Promise<void> {
    const leases = [...this.#ours.values()].filter((lease) => lease !== null)
    if (leases.length === 0 && this.#renewing) {
      clearInterval(this.#renewing)
      this.#renewing = null
    }
    if (this.#isAsked) return
    this.#isAsked = true
    const renewed = await Promise.allSettled(leases.map((lease) => lease.renew()))
    this.#isAsked = false
    const failed = renewed.find((one) => one.status === 'rejected')
    if (failed && !this.#options.signal.aborted)
      this.#options.log.error({ err: failed.reason }, 'leases are not renewed')
  }

  async #ask(acts: readonly EffectAct[]): Promise<EffectResults> {
    const { server, log, signal, patience } = this.#options
    const question = { path: '/api/agent/effects', body: { acts }, signal }
    const answer = await patiently(() => askServer(server, question), { log, signal, patience })
    // The server is of our own house: its tests hold its answers to this type.
    return answer as EffectResults
  }
}
